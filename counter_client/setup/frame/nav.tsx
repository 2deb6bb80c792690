// The list of sections in groups that open, each with its state, and a box that finds a section or a field by its name.
// On a phone it opens from the section's name.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import { t } from "./frame_texts.ts";
import { fieldAt } from "../draft/asked.ts";
import { topmost } from "@web/form/at.ts";
import { setup } from "../draft/store.ts";
import { GROUPS, SECTIONS, type SectionGroup } from "../sections.ts";
import { titleOf, type Mark, type SetupSection } from "../draft/section.tsx";
import { changes } from "../draft/judged.ts";
import { hits, type Hit } from "./search.ts";
import { at, goTo, markOf, sectionOf } from "./where.ts";

const SIGN: Record<Mark, string> = { ok: "✓", todo: "○", problem: "!" };
const WORST: readonly Mark[] = ["problem", "todo"];

const isTouched = (section: SetupSection): boolean =>
  changes.value.some(({ path }) => (topmost(path) === "figures" ? sectionOf(path) === section : section.keys?.includes(topmost(path))));

export function Nav() {
  const open = useSignal(false);
  const query = useSignal("");
  const results = hits(query.value, { sections: SECTIONS, titleOf, fieldAt, sectionOf, figures: setup.value?.figures ?? [] });
  const close = () => {
    open.value = false;
    query.value = "";
  };
  /** Enter is the first match, as everywhere. */
  const goFirst = (event: Event) => {
    event.preventDefault();
    const [first] = results;
    if (!first) return;
    close();
    if (first.where) goTo(first.where);
    else location.hash = first.section.id;
  };
  return (
    <nav class={open.value ? "sections open" : "sections"} aria-label={t("sections")}>
      <button type="button" class="menu" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
        <span>{tx(titleOf(at.value))}</span> <small>{t("choose")} {open.value ? "▴" : "▾"}</small>
      </button>
      <div class="list">
        <input type="search" aria-label={t("search")} placeholder={t("search")} value={query.value} onInput={(event) => (query.value = event.currentTarget.value)} onKeyDown={(event) => event.key === "Enter" && !event.isComposing && goFirst(event)} />
        {query.value.trim() ? <Results results={results} onGo={close} /> : GROUPS.filter(({ sections }) => sections.length).map((group) => <Group key={group.title.en} group={group} onClick={close} />)}
      </div>
    </nav>
  );
}

const Results = ({ results, onGo }: { results: readonly Hit[]; onGo: () => void }) => (
  <div class="search-found" role="status">
    {!results.length && <p class="faint">{t("found_none")}</p>}
    {results.map(({ section, where, label }) => (
      <a key={`${section.id} ${label.zh}`} href={`#${section.id}`} onClick={() => { onGo(); if (where) goTo(where); }}>
        <span>{tx(label)}{where && <small>{tx(titleOf(section))}</small>}</span>
      </a>
    ))}
  </div>
);

/** The group of the section that is shown is open; others open at a tap, and say from outside what is the matter inside. */
function Group({ group: { title, sections }, onClick }: { group: SectionGroup; onClick: () => void }) {
  const opened = useSignal(false);
  const open = !title.zh || opened.value || sections.includes(at.value);
  const marks = sections.map(markOf);
  const mark = WORST.find((one) => marks.includes(one)) ?? null;
  return (
    <div class="group">
      {title.zh && (
        <h2>
          <button type="button" aria-expanded={open} onClick={() => (opened.value = !open)}>
            <span>{tx(title)}</span>
            <State mark={open ? null : mark} touched={!open && sections.some(isTouched)} />
            <i aria-hidden="true">{open ? "▾" : "▸"}</i>
          </button>
        </h2>
      )}
      {open && sections.map((section) => <Item key={section.id} section={section} onClick={onClick} />)}
    </div>
  );
}

const State = ({ mark, touched }: { mark: Mark | null; touched: boolean }) => (
  <>
    {touched && <i class="touched" role="img" aria-label={t("unsaved")} title={t("unsaved")} />}
    {mark && <b class={`mark-${mark}`} role="img" aria-label={t(mark)} title={t(mark)}>{SIGN[mark]}</b>}
  </>
);

function Item({ section, onClick }: { section: SetupSection; onClick: () => void }) {
  const link = useRef<HTMLAnchorElement>(null);
  const current = section === at.value;
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <a ref={link} href={`#${section.id}`} aria-current={current ? "page" : undefined} onClick={onClick}>
      <span>{tx(titleOf(section))}</span>
      <State mark={markOf(section)} touched={isTouched(section)} />
    </a>
  );
}
