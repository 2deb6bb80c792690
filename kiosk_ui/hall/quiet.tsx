// When one waits least, weekday by weekday; nothing where too little is known.
import { weekdayWords } from "@web/time/hours.ts";
import { tx } from "@web/language/i18n.ts";
import type { QuietWeek } from "@web/wire.ts";
import { t } from "./texts.ts";

export const Quiet = ({ of }: { of: QuietWeek }) =>
  of.days.length === 0 ? null : (
    <section class="card quiet">
      <h2>{t("quiet")}</h2>
      <p class="faint">{t("quietHelp", { weeks: of.weeks })}</p>
      <dl>
        {of.days.map((day) => (
          <div key={day.weekday}>
            <dt>{tx(weekdayWords(day.weekday))}</dt>
            <dd>
              {day.times.map((time) => (
                <span key={time.begins}>
                  <b>{time.begins}–{time.ends}</b> {time.minutes ? t("minutes", { minutes: time.minutes }) : t("atOnce")} <small>{t("of", { n: time.n })}</small>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
