// The cases handed over that nobody has said are done, the soonest first; done is one press (Q21).
import { useEffect, useMemo } from "preact/hooks";
import { get } from "../dialogue/post.ts";
import { liveList } from "../drawing/live_list.ts";
import { Badge, Button, notify } from "../drawing/parts.tsx";
import { tx } from "../language/i18n.ts";
import { now } from "../time/clock.ts";
import type { HandoverRow } from "../wire.ts";
import type { HandoverAsk } from "./handover.tsx";
import { whenText } from "./when.ts";
import { t } from "./texts.ts";
import "./handover.css";

const AGAIN = 15_000; // ms: others hand over and close, too

interface Props {
  token: string;
  /** Read again whenever this changes. */
  since?: unknown;
  ask: HandoverAsk;
}

export function OpenHandovers({ token, since, ask }: Props) {
  const handovers = useMemo(() => liveList(() => get("/api/handovers", { token })), [token]);
  useEffect(() => handovers.watch(AGAIN), [handovers, since]);
  const [shown, problem] = [handovers.all.value, handovers.unread.value];
  const close = async ({ id, department }: HandoverRow) => {
    if (await ask({ type: "close_handover", handover: id })) notify(t("closed", { department }), "good");
    await handovers.read();
  };
  return (
    <section class="handovers" aria-label={t("open")}>
      <h2>{t("open")}</h2>
      {problem && <p role="alert" class="problem">{tx(problem.text)}</p>}
      {!shown && !problem && <p class="faint" role="status">{t("reading")}</p>}
      {shown?.open.length === 0 && <p class="faint">{t("none")}</p>}
      <ul>{shown?.open.map((row) => <Line key={row.id} row={row} close={() => void close(row)} />)}</ul>
    </section>
  );
}

function Line({ row, close }: { row: HandoverRow; close: () => void }) {
  const { department, contact, number, service_name, words, by, at, due } = row;
  const about = [number, tx(service_name), words].filter(Boolean).join(" · ");
  return (
    <li>
      <b>{whenText(due)}</b>
      <span class="what">
        {t("line", { department, contact })} {Date.parse(due) < now.value && <Badge tone="over">{t("late")}</Badge>}
        <small>{about && `${about} · `}{t("by", { by, at: whenText(at) })}</small>
      </span>
      <Button aria-label={t("done_one", { department, contact })} onClick={close}>{t("done")}</Button>
    </li>
  );
}
