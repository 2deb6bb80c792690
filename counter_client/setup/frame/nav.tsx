// The list of sections, each with its state; on a phone it opens from the section's name.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { t } from "./frame_texts.ts";
import { topmost } from "../draft/paths.ts";
import { GROUPS } from "../sections.ts";
import type { Mark, SetupSection } from "./section.ts";
import { changes } from "../draft/judged.ts";
import { at, markOf, titleOf } from "./where.ts";

const SIGN: Record<Mark, string> = { ok: "✓", todo: "○", problem: "!" };

export function Nav() {
  const open = useSignal(false);
  const touched = new Set(changes.value.map((change) => topmost(change.path)));
  return (
    <nav class={open.value ? "sections open" : "sections"} aria-label={t("sections")}>
      <button type="button" class="menu" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
        <span>{tx(titleOf(at.value))}</span> <small>{t("choose")} {open.value ? "▴" : "▾"}</small>
      </button>
      <div class="list">
        {GROUPS.filter((group) => group.sections.length).map((group) => (
          <div key={group.title.en} class="group">
            {group.title.zh && <h2>{tx(group.title)}</h2>}
            {group.sections.map((section) => (
              <Item key={section.id} section={section} touched={section.keys?.some((key) => touched.has(key)) ?? false} onClick={() => (open.value = false)} />
            ))}
          </div>
        ))}
      </div>
    </nav>
  );
}

function Item({ section, touched, onClick }: { section: SetupSection; touched: boolean; onClick: () => void }) {
  const mark = markOf(section);
  const link = useRef<HTMLAnchorElement>(null);
  const current = section === at.value;
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <a ref={link} href={`#${section.id}`} aria-current={current ? "page" : undefined} onClick={onClick}>
      <span>{tx(titleOf(section))}</span>
      {touched && <i class="touched" role="img" aria-label={t("unsaved")} title={t("unsaved")} />}
      {mark && <b class={`mark-${mark}`} role="img" aria-label={t(mark)} title={t(mark)}>{SIGN[mark]}</b>}
    </a>
  );
}
