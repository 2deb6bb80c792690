// Nobody is here: the hall, its hours, the waits of today, and one thing to do.
import { lang, tx } from "@web/i18n.ts";
import { Icon, Wait } from "@web/parts.tsx";
import type { KioskService, KioskView } from "@web/wire.ts";
import { alone } from "./alone.ts";
import { go, settled } from "./flow.ts";
import { t } from "./texts.ts";

const SHOWN = 10;

const standing = (service: KioskService) => {
  if (service.suspended) return t("paused");
  if (service.near_close === "stopped") return t("stoppedShort");
  return alone.value ? t("offlineTile") : <Wait wait={service.wait} />;
};

export function Home({ view }: { view: KioskView }) {
  const { opens, closes } = view.hours;
  const hidden = view.services.length - SHOWN;
  return (
    <section class="home">
      <button type="button" class="whole" aria-label={t("touch")} disabled={!settled.value} onClick={() => go({ at: "choose" })} />
      <div class="call">
        <h1>{t("touch")}</h1>
        <p class="second">{t("touch", {}, lang.value === "zh" ? "en" : "zh")}</p>
        <p class="hours">
          <Icon name="clock" /> {opens ? t("hours", { opens, closes }) : t("allDay")}
        </p>
      </div>
      <div class="press" aria-hidden="true">
        <Icon name="hand" />
      </div>
      <div class="waits" data-fit>
        <h2>{t("waitsNow")}</h2>
        <ul>
          {view.services.slice(0, SHOWN).map((service) => (
            <li key={service.id}>
              <b class="letter">{service.letter}</b>
              <span class="name">{tx(service.name)}</span>
              <span class="count">{alone.value ? "" : service.waiting ? t("people", { count: service.waiting }) : t("noOne")}</span>
              <span class="long">{standing(service)}</span>
            </li>
          ))}
        </ul>
        {hidden > 0 && <p class="faint">{t("more", { count: hidden })}</p>}
      </div>
    </section>
  );
}
