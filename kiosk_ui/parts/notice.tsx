// No number can be taken now: why, and what to do instead.
import { Icon, type IconName } from "@web/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { t } from "./texts.ts";

const KINDS: Record<string, { icon: IconName; title: "closed" | "notYet" | "offline"; help: "comeAgain" | "opensAt" | "offlineHelp" }> = {
  closed: { icon: "clock", title: "closed", help: "comeAgain" },
  not_yet_open: { icon: "clock", title: "notYet", help: "opensAt" },
  offline: { icon: "alert", title: "offline", help: "offlineHelp" },
};

export function Notice({ kind, view }: { kind: string; view: KioskView | null }) {
  const { icon, title, help } = KINDS[kind] ?? KINDS.offline!;
  const { opens = "", closes = "" } = view?.hours ?? {};
  const [main, second] = [t(title), t(title, {}, t("language") === "English" ? "en" : "zh")];
  return (
    <section class={`notice ${kind}`} role="status">
      <div class="sign"><Icon name={icon} /></div>
      <h1>{main}</h1>
      <p class="second">{second}</p>
      <p>{t(help, { opens, closes })}</p>
      {view?.phone && <p class="faint">{t("phone", { phone: view.phone })}</p>}
    </section>
  );
}
