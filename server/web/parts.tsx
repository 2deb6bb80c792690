// The parts every page is built from, at one address.
export { Button } from "./button.tsx";
export { Dialog } from "./dialog.tsx";
export { Icon, type IconName } from "./icons.tsx";
export { Badge, StateMark, Wait, waitText, type State, type Tone } from "./marks.tsx";
export { Toast, notify, notifyRefusal } from "./toast.tsx";
