// As it is beside as it would be: one sentence, a small picture of each figure, a table of the lines.
import { texts } from "@web/language/i18n.ts";
import type { Compared, LineBeside, ManagerView } from "@web/wire.ts";
import { useState } from "preact/hooks";
import { better, difference, lively, MEASURES, nameOf, sentence, value, type Measure } from "./supposals.ts";
import { t } from "./what_if_texts.ts";

export function ComparedSheet({ compared, view }: { compared: Compared; view: ManagerView }) {
  const [minutes, look] = useState(compared.spans[0]!.minutes);
  const span = compared.spans.find((one) => one.minutes === minutes) ?? compared.spans[0]!;
  const limit = Math.round(compared.threshold_seconds / 60);
  const comers = Math.round(compared.comers);
  const lines = lively(span);
  return (
    <div class="compared">
      <p class="sentence" role="status">{sentence(span, compared)}</p>
      <fieldset class="spans">
        <legend>{t("span")}</legend>
        {compared.spans.map((one) => (
          <label key={one.minutes}>
            <input type="radio" name="what-if-span" checked={one.minutes === span.minutes} onChange={() => look(one.minutes)} /> {t("ahead", { minutes: one.minutes })}
          </label>
        ))}
      </fieldset>
      <ul class="pictures">{MEASURES.map((measure) => <Picture key={measure} measure={measure} line={span.all} limit={limit} />)}</ul>
      {lines.length > 1 && (
        <div class="lines" tabIndex={0} role="region" aria-label={t("each_queue")}>
          <table>
            <thead><tr><th scope="col">{t("queue")}</th>{MEASURES.map((measure) => <th key={measure} scope="col">{t(measure, { minutes: limit })}</th>)}</tr></thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.queue}>
                  <th scope="row">{texts(nameOf(line.queue, view))}</th>
                  {MEASURES.map((measure) => <td key={measure}>{value(measure, line[measure].now)} → <b>{value(measure, line[measure].then)}</b> <small class={tone(measure, line)}>{difference(measure, line[measure])}</small></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="today">{comers ? t(compared.learned ? "by_past" : "by_today", { n: comers }) : t("nobody_comes")} {t("interval")}</p>
    </div>
  );
}

const tone = (measure: Measure, line: LineBeside): string => ({ true: "good", false: "bad", null: "" })[String(better(measure, line[measure])) as "true" | "false" | "null"];

function Picture({ measure, line, limit }: { measure: Measure; line: LineBeside; limit: number }) {
  const { now, then } = line[measure];
  const most = Math.max(now, then) || 1;
  const unit = measure === "longest" ? "n_minutes" : "n_people";
  const bar = (of: "today" | "then", n: number) => (
    <div class={`bar ${of}`}>
      <dt>{t(of)}</dt>
      <dd><span class="length" style={`width: ${(45 * n) / most}%`} aria-hidden="true" /> <b>{t(unit, { n: value(measure, n) })}</b></dd>
    </div>
  );
  return (
    <li>
      <h3>{t(measure, { minutes: limit })}</h3>
      <dl>{bar("today", now)}{bar("then", then)}</dl>
      <p class={tone(measure, line)}>{difference(measure, line[measure])}</p>
    </li>
  );
}
