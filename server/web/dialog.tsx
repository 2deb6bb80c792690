// A question that must be answered first: the browser's own modal dialog, so focus and Escape just work.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
}

/** Mount it to open it, unmount it to close it; `onClose` hears Escape. */
export function Dialog({ title, onClose, children, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
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
  return (
    <dialog ref={box} class={wide ? "dialog wide" : "dialog"} aria-label={title} onCancel={cancel}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
