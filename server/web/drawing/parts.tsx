// The parts every page is built from, at one address.
import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { Icon, type IconName } from "./icons.tsx";
import { texts } from "../language/i18n.ts";
import { Refusal } from "../dialogue/refusal.ts";
import type { Text } from "../wire.ts";

export { Icon, type IconName } from "./icons.tsx";
export { Badge, StateMark, type State, type Tone } from "./marks.tsx";
export { Wait, waitText, waitWhy } from "./waits.tsx";

// Buttons: four kinds, one shape; a big one for fingers.
type Kind = "primary" | "secondary" | "quiet" | "danger";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "icon" | "size"> & {
  kind?: Kind;
  big?: boolean;
  icon?: IconName;
  children?: ComponentChildren;
};

export function Button({ kind = "secondary", big, icon, children, class: extra, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`button ${kind}${big ? " big" : ""}${extra ? ` ${String(extra)}` : ""}`}>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

/**
 * After a click with the mouse the keys must mean what the caps say again, so the button lets go of the focus;
 * the second click of a double click is not a second wish.
 */
export function onPointer(press: () => void) {
  return (event: MouseEvent): void => {
    if (event.detail > 1) return;
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur();
    press();
  };
}

// A question that must be answered first: the browser's own modal dialog, so focus and Escape just work.
interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
  /** Whether Escape has to wait, since something in it is not saved; then it says so. */
  keeps?: () => boolean;
}

/**
 * Mount it to open it, unmount it to close it; `onClose` hears Escape. It is open before the next key is heard, or the
 * keys of whoever types quicker than a screen is drawn would be lost or answer the wrong question.
 */
export function Dialog({ title, onClose, children, wide, keeps }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const node = box.current!;
    const before = document.activeElement as HTMLElement | null;
    node.showModal();
    return () => {
      node.close();
      before?.focus();
    };
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  // The key, not the cancel that comes of it: of two in a row a browser lets only the first be refused.
  const held = (event: KeyboardEvent) => event.key === "Escape" && keeps?.() && event.preventDefault();
  return (
    <dialog ref={box} class={wide ? "dialog wide" : "dialog"} aria-label={title} onCancel={cancel} onKeyDown={held}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

// A short notice at the foot of the page that goes by itself.
type Mood = "info" | "good" | "bad";

const SHOWN = 6_000;
const notices = signal<readonly { id: number; text: Text | string; kind: Mood }[]>([]);
let count = 0;

export function notify(text: Text | string, kind: Mood = "info"): void {
  const id = ++count;
  // Good news of a moment ago is old news; only what went wrong stays beside what comes.
  const still = notices.value.filter((n) => n.kind === "bad").slice(-2);
  notices.value = [...still, { id, text, kind }];
  setTimeout(() => (notices.value = notices.value.filter((n) => n.id !== id)), SHOWN);
}

/** What was said of one customer or one tab is not said of the next. */
export const hush = (): void => void (notices.value = []);

/** For `catch`: says a refusal to the person, lets a bug through. */
export function notifyRefusal(problem: unknown): void {
  if (!(problem instanceof Refusal)) throw problem;
  notify(problem.text, "bad");
}

export const Toast = () => (
  <div class="toasts" role="status" aria-live="polite">
    {notices.value.map((notice) => (
      <p key={notice.id} class={`toast ${notice.kind}`}>
        {texts(notice.text)}
      </p>
    ))}
  </div>
);
