// One customer who waits, helped here and now: sent another way, prepared, or given the business they came for.
import { useState } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import { Badge, Button, Dialog } from "@web/drawing/parts.tsx";
import type { Command, GuideRow, GuideView } from "@web/wire.ts";
import { t as find } from "@web/find/texts.ts";
import { t as handover } from "@web/handover/texts.ts";
import { Marks } from "@web/hall/marks.tsx";
import { Answer } from "./answer.tsx";
import type { GuideDesk } from "./desk.ts";
import { going, serviceOf, waysOf, type Going } from "./ways.ts";
import { t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
  row: GuideRow;
}

/** Each way is one press; an answer first asks what about. */
function Ways({ row, view, send, answer }: Omit<Props, "desk"> & { send: (way: Going) => void; answer: () => void }) {
  return (
    <div class="ways">
      {waysOf(serviceOf(view, row.service)).map((way) => (
        <Button key={way.way + way.terminal} class={way.way} disabled={way.way === "form_desk" && row.state === "form_filling"} onClick={() => (way.way === "answered" ? answer() : send(way))}>
          <b>{way.words}</b>
          {way.note && <small>{way.note}</small>}
        </Button>
      ))}
    </div>
  );
}

/** What can be done while waiting (Q23); the counter sees it at the call. */
function Steps({ desk, row }: Omit<Props, "view">) {
  const tick = (step: number, done: boolean) => void desk.ask({ type: "tick_step", ticket: row.id, step, done }, t("steps"), row.id);
  return (
    <div class="steps" role="group" aria-label={t("steps")}>
      {row.steps.map(({ name, done }, step) => (
        <Button key={name.zh} icon={done ? "check" : undefined} aria-pressed={done} onClick={() => tick(step, !done)}>{tx(name)}</Button>
      ))}
    </div>
  );
}

/** The number was taken for another business (Q16): it stays, and so does the wait. */
function Change({ view, row, change }: Omit<Props, "desk"> & { change: (service: string) => void }) {
  return (
    <div class="choices" role="group" aria-label={t("change_title")}>
      {view.services.filter(({ id }) => id !== row.service).map(({ id, name }) => (
        <Button key={id} onClick={() => change(id)}>{tx(name)}</Button>
      ))}
    </div>
  );
}

export function Send({ desk, view, row }: Props) {
  const [part, show] = useState<"" | "answer" | "change">("");
  const shut = () => (desk.sheet.value = null);
  const settle = (command: Command, what: string) => {
    shut();
    void desk.ask(command, what, row.id);
  };
  const { id: ticket, number } = row;
  const service = serviceOf(view, row.service);
  return (
    <Dialog title={`${number} ${tx(row.service_name)}`} onClose={shut}>
      <p class="known">
        <Marks of={row} />
        {tx(row.segment) && <Badge tone="brand">{tx(row.segment)}</Badge>}
        {row.owner && <Badge>{t("owner", { name: row.owner })}</Badge>}
        {row.state === "form_filling" && <Badge>{t("badge_form")}</Badge>}
      </p>
      {row.owed.length > 0 && <p>{find("owed_papers", { papers: row.owed.map(tx).join(tx({ zh: "、", en: ", " })) })}</p>}
      {row.steps.length > 0 && <h3>{t("steps")}</h3>}
      {row.steps.length > 0 && <Steps desk={desk} row={row} />}
      <h3>{t("send_to")}</h3>
      {part === "answer" ? (
        <Answer service={service} answered={(said) => settle(going({ ticket }, { way: "answered", terminal: "" }, said), t("way_answered"))} />
      ) : (
        <Ways view={view} row={row} answer={() => show("answer")} send={(way) => settle(going({ ticket }, way), way.words)} />
      )}
      {part !== "answer" && <p class="faint">{t("send_note")}</p>}
      {part === "" && <Button big onClick={() => (desk.sheet.value = { kind: "hand_over", ticket })}>{handover("title")}</Button>}
      {part === "change" && <Change view={view} row={row} change={(to) => settle({ type: "change_service", ticket, service: to }, t("change_title"))} />}
      <div class="foot">
        <Button big onClick={shut}>{t("close")}</Button>
        {part === "" ? <Button big onClick={() => show("change")}>{t("change_title")}</Button> : <Button big onClick={() => show("")}>{t("back")}</Button>}
      </div>
    </Dialog>
  );
}
