// Whether this screen has a keyboard, told by its use: until then nothing speaks of keys. A keyboard on the glass types into fields only.
const NONE = "no-keys";

const typed = (on: EventTarget | null): boolean =>
  on instanceof HTMLInputElement ? !["checkbox", "radio", "button", "submit"].includes(on.type) : on instanceof HTMLTextAreaElement;

/** Returns what ends it. */
export function watchKeys(): () => void {
  const root = document.documentElement;
  const heard = (event: KeyboardEvent) => {
    if (!event.code || typed(event.target)) return;
    stop();
  };
  const stop = () => {
    root.classList.remove(NONE);
    window.removeEventListener("keydown", heard, { capture: true });
  };
  root.classList.add(NONE);
  window.addEventListener("keydown", heard, { capture: true });
  return stop;
}
