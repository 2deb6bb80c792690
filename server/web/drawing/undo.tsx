// The chip that takes a thing back while there is still time: the same at a counter and on the guide's tablet.
import { pairs } from "../language/i18n.ts";
import { onPointer } from "./parts.tsx";
import "../looks/undo.css";

const t = pairs({ left: ["{n} 秒内", "{n} s left"] } as const);

interface Props {
  /** What was done. */
  words: string;
  seconds: number;
  undo: () => void;
  /** The key that does the same. */
  keycap?: string;
}

export const Undo = ({ words, seconds, undo, keycap }: Props) => (
  <button type="button" class="undo" aria-keyshortcuts={keycap} onClick={onPointer(undo)}>
    <span>{words}</span>
    {keycap && <kbd aria-hidden="true">{keycap}</kbd>}
    <b aria-hidden="true">{t("left", { n: Math.max(1, Math.round(seconds)) })}</b>
  </button>
);
