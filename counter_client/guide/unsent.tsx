// What is asked and not answered yet: each can be taken back as long as it was not sent.
import { tx } from "@web/language/i18n.ts";
import { Button, Dialog } from "@web/drawing/parts.tsx";
import type { GuideView } from "@web/wire.ts";
import { mmss, now } from "@web/time/clock.ts";
import type { GuideDesk } from "./desk.ts";
import { t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
}

export function Unsent({ desk, view }: Props) {
  void now.value; // the seconds go on
  const open = desk.open.value;
  const about = (id: string): string => {
    const zone = view.zones.find((one) => one.id === id);
    return view.rows.find((row) => row.id === id)?.number ?? view.missed.find((row) => row.id === id)?.number ?? (zone ? tx(zone.name) : "");
  };
  return (
    <Dialog title={t("unsent_title", { n: open.length })} onClose={() => (desk.sheet.value = null)}>
      <p class="faint">{t(open.length ? "unsent_help" : "unsent_none")}</p>
      <ul class="unsent">
        {open.map((errand) => (
          <li key={errand.name}>
            <span><b>{[about(errand.about), errand.what].filter(Boolean).join(" ")}</b> <small>{t("since", { time: mmss((Date.now() - errand.since) / 1000) })}</small></span>
            <Button big aria-label={t("withdraw_one", { what: errand.what })} onClick={() => desk.withdraw(errand)}>{t("withdraw")}</Button>
          </li>
        ))}
      </ul>
      <div class="foot one">
        <Button big kind="primary" onClick={() => (desk.sheet.value = null)}>{t("close")}</Button>
      </div>
    </Dialog>
  );
}
