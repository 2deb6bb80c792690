// The sheet behind 如果…会怎样: a few changes are supposed, the hall is shown with and without them, and any of them can be done.
import { useRef, useState } from "preact/hooks";
import type { Live } from "@web/dialogue/live.ts";
import { post } from "@web/dialogue/post.ts";
import { noAnswer, Refusal } from "@web/dialogue/refusal.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import { texts } from "@web/language/i18n.ts";
import type { Compared, ManagerView, Text } from "@web/wire.ts";
import { hide, show } from "../dialogs.ts";
import { ComparedSheet } from "./beside.tsx";
import { deed, first, MOST, supposed, words, type Draft } from "./supposals.ts";
import { SupposalLine } from "./supposal_line.tsx";
import { t } from "./what_if_texts.ts";
import "./what_if.css";

interface Props {
  view: ManagerView;
  live: Live<ManagerView>;
}

export function WhatIfDialog({ view, live }: Props) {
  const [rows, change] = useState<readonly Draft[]>(() => [first(view)]);
  const [compared, tell] = useState<Compared | null>(null);
  const [reckoning, reckon] = useState(false);
  const [problem, setProblem] = useState<Text | string | null>(null);
  const asked = useRef(0); // only the newest question's answer is shown

  /** What stood there was of other rows. */
  const put = (next: readonly Draft[]) => {
    asked.current += 1;
    change(next);
    tell(null);
    setProblem(null);
    reckon(false);
  };
  const look = async (event: Event) => {
    event.preventDefault();
    const mine = (asked.current += 1);
    reckon(true);
    setProblem(null);
    const answered = await post("/api/what-if", { body: { supposed: rows.map(supposed) }, token: tokenOf("manager", "") }).catch((no: unknown) => (no instanceof Refusal ? no : noAnswer()));
    if (asked.current !== mine) return;
    reckon(false);
    tell(answered instanceof Refusal ? null : answered);
    setProblem(answered instanceof Refusal ? answered.text : null);
  };

  return (
    <Dialog title={t("title")} onClose={hide} wide>
      <form class="what-if" onSubmit={(event) => void look(event)}>
        <p class="today">{t("how")}</p>
        <ol>
          {rows.map((row, nth) => (
            <SupposalLine
              key={nth}
              nth={nth + 1}
              row={row}
              view={view}
              put={(next) => put(rows.map((one, n) => (n === nth ? next : one)))}
              remove={rows.length > 1 ? () => put(rows.filter((_, n) => n !== nth)) : undefined}
            />
          ))}
        </ol>
        <p class="choices">
          <Button kind="primary" type="submit" disabled={reckoning}>{t("look")}</Button>
          {rows.length < MOST && <Button onClick={() => put([...rows, { ...first(view), counter: "" }])}>{t("add")}</Button>}
          <Button onClick={hide}>{t("close")}</Button>
          {reckoning && <span role="status">{t("reckoning")}</span>}
        </p>
        {problem && <p role="alert" class="problem">{texts(problem)}</p>}
      </form>
      {compared && <ComparedSheet compared={compared} view={view} />}
      {compared && <Deeds rows={rows} view={view} live={live} />}
    </Dialog>
  );
}

/** Each by its own command, where there is one; else who does it and where. */
function Deeds({ rows, view, live }: Props & { rows: readonly Draft[] }) {
  const act = (row: Draft) => {
    const { command } = deed(row);
    const done = t(row.kind === "counter_opens" ? "asked" : "done", { what: words(row, view) });
    if (command) live.ask(command).then(() => notify(done, "good"), notifyRefusal);
  };
  return (
    <ul class="deeds">
      {rows.map((row, nth) => {
        const { command, note, roster } = deed(row);
        const what = words(row, view);
        return (
          <li key={nth}>
            <p><b>{what}</b> {note && <small>{note}</small>}</p>
            {command && <Button aria-label={t("do_this", { what })} onClick={() => act(row)}>{t("do_it")}</Button>}
            {roster && <Button onClick={() => show({ kind: "roster" })}>{t("open_roster")}</Button>}
          </li>
        );
      })}
    </ul>
  );
}
