// No number can be taken now: why, and what to do instead.
import { lang, secondName, tx } from "@web/language/i18n.ts";
import { hoursWords } from "@web/time/hours.ts";
import { Icon, Button, type IconName } from "@web/drawing/parts.tsx";
import type { KioskView, Text } from "@web/wire.ts";
import { t } from "../texts.ts";
import { back } from "../control_words.ts";
import { reset } from "../flow.ts";

const ICONS: Record<string, IconName> = { lunch: "pause" };

interface Words {
  icon: IconName;
  title: Text;
  help: Text;
}

const bothOf = (key: "offline" | "offlineHelp"): Text => ({ zh: t(key, {}, "zh"), en: t(key, {}, "en") });

/** Without news nothing is known of the hours: then only that it is offline. */
function wordsOf(kind: string, view: KioskView | null): Words {
  const shut = kind !== "offline" && view ? hoursWords(view.hours) : null;
  if (!shut) return { icon: "alert", title: bothOf("offline"), help: bothOf("offlineHelp") };
  return { icon: ICONS[kind] ?? "clock", ...shut };
}

export function Notice({ kind, view }: { kind: string; view: KioskView | null }) {
  const { icon, title, help } = wordsOf(kind, view);
  const { opens, closes } = view?.hours ?? { opens: "", closes: "" };
  const usual = kind === "closed" && opens ? t("hours", { opens, closes }) : "";
  return (
    <section class={`notice ${kind}`} data-fit role="status" lang={lang.value === "zh" ? "zh-CN" : "en"}>
      <div class="sign"><Icon name={icon} /></div>
      <h1 class={tx(title).length > (lang.value === "zh" ? 8 : 16) ? "long" : ""}>{tx(title)}</h1>
      <p class="second">{secondName(title)}</p>
      {tx(help) && <p class="help">{tx(help)}</p>}
      {usual && <p class="faint">{usual}</p>}
      {view?.phone && <p class="faint">{t("phone", { phone: view.phone })}</p>}
    </section>
  );
}

// A number is under way; when the server is away the same wish is repeated and the customer is told.
export const Issuing = ({ away }: { away: boolean }) => (
  <section class="notice" aria-live="polite">
    <div class="spinner" aria-hidden="true" />
    <h1>{t("issuing")}</h1>
    {away && <p>{t("issuingAway")}</p>}
    {away && <Button {...back("stop")} big icon="back" onClick={reset}>{t("stop")}</Button>}
  </section>
);
