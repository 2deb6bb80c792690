// Help that is always in the same place: large print, language, voice, wheelchair, a person.
import type { Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { chineseAlone, other, switchTo } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Icon, notifyRefusal, type IconName } from "@web/drawing/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { elder, low, voice } from "../comfort/comfort.ts";
import { t } from "../texts.ts";
import { spoken } from "../control_words.ts";
import { say } from "../keys_and_voice/voice.ts";

const CALM = 30_000;

function Switch({ icon, word, on }: { icon: IconName; word: "elder" | "voice" | "low"; on: Signal<boolean> }) {
  return (
    <button type="button" {...spoken(word)} aria-pressed={on.value} onClick={() => (on.value = !on.value)}>
      <Icon name={icon} />
      <span>{t(word)}</span>
    </button>
  );
}

export function Comfort({ live, place, away }: { live: Live<KioskView>; place: string; away: boolean }) {
  const [called, setCalled] = useState(false);
  const call = () => {
    setTimeout(() => setCalled(false), CALM);
    live.ask({ type: "raise_alert", kind: "guide_called", subject: place }).then(
      () => (setCalled(true), say("guide_called")),
      notifyRefusal,
    );
  };
  return (
    <nav class="comfort" aria-label={t("controls")}>
      <Switch icon="zoom" word="elder" on={elder} />
      <button type="button" {...spoken("language")} hidden={chineseAlone.value} lang={other() === "zh" ? "zh-CN" : "en"} onClick={() => switchTo(other())}>
        <Icon name="language" />
        <span>{t("language")}</span>
      </button>
      <Switch icon={voice.value ? "sound" : "mute"} word="voice" on={voice} />
      <Switch icon="wheelchair" word="low" on={low} />
      <button type="button" {...spoken("guide")} class="guide" disabled={called || away} onClick={call}>
        <Icon name="bell" />
        <span aria-live="polite">{called ? t("guideCalled") : t("guide")}</span>
      </button>
    </nav>
  );
}
