// Lines of a list that holds at once: who or what it is, how it stands; opened, what can be done about it.
import { pairs } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { ComponentChildren } from "preact";
import "./live.css";

export const t = pairs({
  edit: ["修改 {name}", "Change {name}"],
  change: ["修改", "Change"],
  shut: ["收起", "Close"],
  done: ["改好了", "Done"],
  changed: ["{name} 已修改", "{name} is changed"],
});

interface Props {
  name: string;
  facts: readonly ComponentChildren[];
  state: ComponentChildren;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Instead of the button that opens it. */
  instead?: ComponentChildren;
  children: ComponentChildren;
}

export const LiveRow = ({ name, facts, state, open, onOpen, instead, children }: Props) => (
  <li>
    <div class="live-row">
      <b>{name}</b>
      {facts.map((fact, nth) => <span key={nth} class="faint">{fact}</span>)}
      <span class="state">{state}</span>
      {instead ?? <Button kind="quiet" aria-expanded={open} aria-label={t("edit", { name })} onClick={() => onOpen(!open)}>{t(open ? "shut" : "change")}</Button>}
    </div>
    {open && !instead && <div class="live-edit">{children}</div>}
  </li>
);

/** Those one seldom looks for; nothing where there are none. */
export const Folded = ({ title, n, children }: { title: string; n: number; children: ComponentChildren }) =>
  n ? <details class="live-more"><summary>{title}</summary>{children}</details> : null;
