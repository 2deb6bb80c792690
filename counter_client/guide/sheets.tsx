// What a guide confirms: first the words to say, then what was done.
import type { ComponentChildren } from "preact";
import { tx } from "@web/language/i18n.ts";
import { LookUp } from "@web/catalogue/look_up.tsx";
import { FindNumber } from "@web/find/find.tsx";
import { t as find } from "@web/find/texts.ts";
import { HandOverDialog, type HandoverAsk } from "@web/handover/handover.tsx";
import { t as handover } from "@web/handover/texts.ts";
import { NoticeSheet } from "@web/notice/notice.tsx";
import { TakeHomeSheet } from "@web/notice/take_home.tsx";
import { Button, Dialog } from "@web/drawing/parts.tsx";
import { placeOf, tokenOf } from "@web/dialogue/session.ts";
import type { Command, GuideRow, GuideView, ZoneView } from "@web/wire.ts";
import { scriptFor, type GuideDesk } from "./desk.ts";
import { DoorSheet } from "./door.tsx";
import { Send } from "./send.tsx";
import { Unsent } from "./unsent.tsx";
import { sayOr, t } from "./texts.ts";
import { Gifts } from "../../server/web/hall/gifts.tsx";

interface Props {
  desk: GuideDesk;
  view: GuideView;
}

const WALKS_ON = 1_500; // ms that a sheet waits for the hall

const shut = (desk: GuideDesk) => () => (desk.sheet.value = null);

export const Script = ({ text, version }: { text: string; version: number }) =>
  text ? (
    <figure class="script">
      <figcaption>
        {t("say")} <small>{t("version", { n: version })}</small>
      </figcaption>
      <blockquote>{text}</blockquote>
    </figure>
  ) : null;

interface ConfirmProps {
  desk: GuideDesk;
  title: string;
  yes: string;
  command: Command;
  about: string;
  children: ComponentChildren;
}

/** The sheet goes at once: without a line the errand waits in the row, and the guide walks on. */
function Confirm({ desk, title, yes, command, about, children }: ConfirmProps) {
  const confirm = () => {
    desk.sheet.value = null;
    void desk.ask(command, yes, about);
  };
  return (
    <Dialog title={title} onClose={shut(desk)}>
      {children}
      <div class="foot">
        <Button big onClick={shut(desk)}>{t("cancel")}</Button>
        <Button big kind="primary" autofocus onClick={confirm}>{yes}</Button>
      </div>
    </Dialog>
  );
}

function Remedy({ desk, view, row }: Props & { row: GuideRow }) {
  const { number, id: ticket, remedy } = row;
  const script = { text: remedy ? tx(remedy.script) : "", version: remedy?.script_version ?? 0 };
  const settle = (command: Command, what: string) => {
    desk.sheet.value = null;
    void desk.ask(command, what, ticket);
  };
  return (
    <Dialog title={t("remedy_title", { number })} onClose={shut(desk)}>
      <Script {...script} />
      {remedy?.acknowledged ? (
        <>
          <h3>{t("which_gift")}</h3>
          <div class="gifts">
            <Gifts gifts={remedy.gifts.length ? remedy.gifts : view.gifts} give={(gift) => settle({ type: "give_gift", ticket, gift, where: "zone" }, t("gift"))} />
          </div>
        </>
      ) : (
        <Button big kind="primary" class="said" onClick={() => void desk.ask({ type: "offer_remedy", ticket, where: "zone" }, t("apologised"), ticket)}>
          {t("apologised")}
        </Button>
      )}
      <div class="foot">
        <Button big onClick={shut(desk)}>{t("close")}</Button>
        <Button big onClick={() => settle({ type: "decline_gift", ticket }, t("decline"))}>{t("decline")}</Button>
      </div>
    </Dialog>
  );
}

const Reason = ({ desk, row }: { desk: GuideDesk; row: GuideRow }) => (
  <Dialog title={t("reason_title", { number: row.number })} onClose={shut(desk)}>
    <p class="reason">{row.priority_reason ? sayOr("", row.priority_reason) : t("reason_none")}</p>
    <div class="foot one">
      <Button big onClick={shut(desk)}>{t("close")}</Button>
    </div>
  </Dialog>
);

function Water({ desk, view, zone }: Props & { zone: ZoneView }) {
  const name = tx(zone.name);
  return (
    <Confirm desk={desk} title={t("water_title", { zone: name, n: zone.waiting })} yes={t("watered")} command={{ type: "give_water", zone: zone.id }} about={zone.id}>
      <Script {...scriptFor(view, "water")} />
    </Confirm>
  );
}

const Find = ({ desk, number }: { desk: GuideDesk; number: string }) => (
  <FindNumber token={tokenOf("guide", placeOf())} number={number} ask={(command) => desk.ask(command, find(command.type as "cancel_ticket"), command.type)} onClose={shut(desk)} />
);

/** Without an answer the guide walks on: the wish stands in the row and among what is not sent, and can be taken back there. */
function Notice({ desk, view, row }: Props & { row: GuideRow }) {
  const { id: ticket, number, service, papers } = row;
  const shutThis = () => {
    const now = desk.sheet.peek();
    if (now?.kind === "notice" && now.ticket === ticket) desk.sheet.value = null;
  };
  const takeBack = () => desk.open.peek().filter((errand) => errand.about === ticket && ["give_notice", "give_pass"].includes(errand.kind)).forEach(desk.withdraw);
  return (
    <NoticeSheet ticket={ticket} number={number} service={service} served={false} printers={view.printers} papers={papers} walksOn={desk.online.value ? WALKS_ON : 0} takeBack={takeBack} ask={(command) => desk.ask(command, t("notice"), ticket)} onClose={shutThis} />
  );
}

export function Sheets({ desk, view }: Props) {
  const sheet = desk.sheet.value;
  if (!sheet) return null;
  if (sheet.kind === "unsent") return <Unsent desk={desk} view={view} />;
  if (sheet.kind === "given")
    return <TakeHomeSheet given={sheet.given} printers={view.printers} print={(printer) => desk.ask({ type: "reprint_slip", ticket: sheet.given.ticket, printer }, find("reprint_slip"), sheet.given.ticket)} onClose={shut(desk)} />;
  if (sheet.kind === "find") return <Find desk={desk} number={sheet.number} />;
  if (sheet.kind === "look_up") {
    const whose = view.rows.find(({ id }) => id === sheet.ticket);
    return <LookUp service={sheet.service} of={whose && { ticket: whose.id, segment: whose.segment, papers: whose.papers }} onClose={shut(desk)} />;
  }
  if (sheet.kind === "hand_over") {
    const whose = view.rows.find(({ id }) => id === sheet.ticket);
    const ask: HandoverAsk = (command) => desk.ask(command, handover("button"), sheet.ticket);
    return <HandOverDialog token={tokenOf("guide", placeOf())} {...(whose ? { ticket: whose } : {})} ask={ask} onClose={shut(desk)} />;
  }
  if (sheet.kind === "door") return <DoorSheet desk={desk} view={view} service={sheet.service} way={sheet.way} />;
  if (sheet.kind === "water") return <Water desk={desk} view={view} zone={sheet.zone} />;
  const row = view.rows.find(({ id }) => id === sheet.ticket);
  if (!row) return null; // called or gone meanwhile
  const { number, id: ticket } = row;
  if (sheet.kind === "remedy") return <Remedy desk={desk} view={view} row={row} />;
  if (sheet.kind === "notice") return <Notice desk={desk} view={view} row={row} />;
  if (sheet.kind === "send") return <Send desk={desk} view={view} row={row} />;
  if (sheet.kind === "reason") return <Reason desk={desk} row={row} />;
  return sheet.kind === "explain" ? (
    <Confirm desk={desk} title={t("explain_title", { number })} yes={t("explained")} command={{ type: "explain_wait", ticket }} about={ticket}>
      <Script {...scriptFor(view, "explain", row)} />
    </Confirm>
  ) : (
    <Confirm desk={desk} title={t("leave_title", { number })} yes={t("left")} command={{ type: "mark_walkout", ticket }} about={ticket}>
      <p>{t("leave_note")}</p>
    </Confirm>
  );
}
