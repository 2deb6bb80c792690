// Nobody is here: the hall, its hours, the waits of today, and one thing to do; a row of the list leads to its business.
import { addressOf } from "@web/dialogue/addresses.ts";
import { lang, tx } from "@web/language/i18n.ts";
import { Icon } from "@web/drawing/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { alone } from "../alone/alone.ts";
import { elder } from "../comfort/comfort.ts";
import { go, pick, settled } from "../flow.ts";
import { HaveNotice } from "../coming_back/return.tsx";
import { peopleText, shortStanding } from "../business/standing.tsx";
import { t } from "../texts.ts";
import { spoken } from "../control_words.ts";

const SHOWN = { usual: 8, english: 6, elder: 5 }; // rows in letters that are read standing, where there is room
const KEPT = 2; // rows that are shown in any case

export function Home({ view }: { view: KioskView }) {
  const { opens, closes } = view.hours;
  const shown = elder.value ? SHOWN.elder : lang.value === "en" ? SHOWN.english : SHOWN.usual;
  const rows = view.services.slice(0, shown);
  return (
    <section class="home">
      <div class="invite">
        <button type="button" {...spoken("touch")} class="whole" aria-label={t("touch")} disabled={!settled.value} onClick={() => go({ at: "choose" })} />
        <div class="call" data-fit>
          <h1>{t("touch")}</h1>
          <p class="second">{t("touch", {}, lang.value === "zh" ? "en" : "zh")}</p>
          <p class="hours">
            <Icon name="clock" /> {opens ? t("hours", { opens, closes }) : t("allDay")}
            {view.door_code && !alone.value && <b class="door-code">{t("doorCode", { code: view.door_code })}</b>}
          </p>
        </div>
        <div class="press" aria-hidden="true" data-fit>
          <span class="hand" data-gives="1"><Icon name="hand" /></span>
        </div>
      </div>
      <div class="waits" data-fit>
        <h2>{t("waitsNow")}</h2>
        <ul>
          {rows.map((service, nth) => (
            <li key={service.id} data-gives={nth < KEPT ? undefined : 1 + rows.length - nth}>
              <button
                type="button"
                data-say={addressOf("/api/speech/{of}/{name}", { path: { of: "business", name: service.id } })}
                disabled={!settled.value}
                onClick={() => pick(service)}
              >
                <b class="letter">{service.letter}</b>
                <span class="name">{tx(service.name)}</span>
                <span class="count" data-gives={lang.value === "en" ? 1 : undefined}>{alone.value || !service.served ? "" : peopleText(service)}</span>
                <span class="long">{shortStanding(service)}</span>
              </button>
            </li>
          ))}
        </ul>
        <button type="button" {...spoken("more")} class={view.services.length > shown ? "more" : "more listed"} disabled={!settled.value} onClick={() => go({ at: "choose" })}>
          {t("more", { count: view.services.length })} <Icon name="forward" />
        </button>
      </div>
      <HaveNotice />
    </section>
  );
}
