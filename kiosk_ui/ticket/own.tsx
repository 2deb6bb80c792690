// What the customer can do from here: be rung for, need a moment, give up; and how far the line has come.
import { signal } from "@preact/signals";
import { tx } from "@web/language/i18n.ts";
import { Button, Dialog, Icon, notifyRefusal } from "@web/drawing/parts.tsx";
import { post } from "@web/dialogue/post.ts";
import type { Text, TicketView } from "@web/wire.ts";
import { arm, armed, shakes } from "./bell.ts";
import { t } from "./texts.ts";

type Wish = "later" | "cancel";
const asking = signal<Wish | "">("");

const sends = {
  later: (token: string) => post("/api/ticket/{token}/later", { path: { token } }),
  cancel: (token: string) => post("/api/ticket/{token}/cancel", { path: { token } }),
};

/** `heard` takes the ticket as it is now. */
export function OwnWishes({ of, token, heard }: { of: TicketView; token: string; heard: (ticket: TicketView) => void }) {
  const wish = asking.value;
  const close = () => void (asking.value = "");
  const send = (what: Wish) => {
    close();
    sends[what](token).then(heard, notifyRefusal);
  };
  return (
    <div class="wishes">
      {of.may_give_way && <Button icon="clock" onClick={() => (asking.value = "later")}>{t("later")}</Button>}
      {of.may_cancel && <Button icon="close" onClick={() => (asking.value = "cancel")}>{t("cancel")}</Button>}
      {wish && (
        <Dialog title={t(`${wish}Title`)} onClose={close}>
          <p>{t(`${wish}Help`, { number: of.number })}</p>
          <div class="wishes">
            <Button onClick={close}>{t("keep")}</Button>
            <Button kind={wish === "cancel" ? "danger" : "primary"} onClick={() => send(wish)}>{t(`${wish}Yes`)}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Promised is only what this phone can do. */
export const Bell = () =>
  armed.value ? (
    <p class="faint" role="status"><Icon name="bell" /> {t(shakes() ? "rungAndShaken" : "rung")}</p>
  ) : (
    <Button kind="primary" big icon="bell" class="arm" onClick={arm}>{t("arm")}</Button>
  );

export const NowCalling = ({ of }: { of: TicketView }) =>
  of.now_calling.length === 0 ? null : (
    <section class="card now">
      <h2>{t("nowCalling")}</h2>
      <ul>
        {of.now_calling.map((call) => (
          <li key={call.number}>
            <b class="number">{call.number}</b> {tx(call.counter_name)}
          </li>
        ))}
      </ul>
    </section>
  );

/** Somebody who can help, always on the page. */
export const HallPhone = ({ hall, phone }: { hall: Text | null; phone: string }) =>
  phone || hall ? (
    <p class="hall-phone">
      {hall && tx(hall)} {phone && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}><Icon name="phone" /> {t("call", { phone })}</a>}
    </p>
  ) : null;
