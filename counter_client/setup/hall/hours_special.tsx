// Holidays and special days: a month one can tap, a span to add, and the list of what is coming.
import { tx } from "@web/i18n.ts";
import { Danger, Group } from "@web/form/form.tsx";
import { Month } from "./hours_month.tsx";
import { AddSpan } from "./hours_span.tsx";
import { t } from "./hours_texts.ts";
import { plainHours, spanText } from "./hours_words.ts";
import { spans, withoutSpan, type Span } from "./holidays.ts";
import { put } from "../draft/put.ts";
import { draft } from "../draft/store.ts";
import { today } from "../draft/today.ts";

export function SpecialDays() {
  const all = spans(draft.value!.special_days);
  const coming = all.filter((span) => span.to >= today.value);
  const past = all.filter((span) => span.to < today.value);
  return (
    <Group title={t("special")} lead={t("special_lead")}>
      <AddSpan today={today.value} />
      <div class="special-days">
        <Month today={today.value} />
        <div>
          <h3>{t("coming")}</h3>
          {coming.length ? <Spans list={coming} /> : <p class="faint">{t("none_coming")}</p>}
          {past.length > 0 && (
            <details>
              <summary>{t("past", { n: past.length })}</summary>
              <Spans list={past} />
            </details>
          )}
        </div>
      </div>
    </Group>
  );
}

const Spans = ({ list }: { list: readonly Span[] }) => (
  <ul class="spans">
    {list.map((span) => (
      <li key={span.from}>
        <span><b>{spanText(span, today.value)}</b> {tx(span.name)}</span>
        <span class={span.hours ? "" : "shut"}>{plainHours(span.hours)}</span>
        <Danger quiet label={t("remove_span", { span: `${spanText(span, today.value)} ${tx(span.name)}` })} onConfirm={() => put("special_days")(withoutSpan(draft.value!.special_days, span))}>
          {t("remove")}
        </Danger>
      </li>
    ))}
  </ul>
);
