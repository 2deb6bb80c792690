// Whether the call was seen on a screen and heard from a speaker: a clerk must not wait for a silent hall.
import { tx } from "@web/i18n.ts";
import type { ClerkTicket } from "@web/wire.ts";
import { t, type Word } from "./texts.ts";

const VOICE: Readonly<Record<string, { word: Word; tone: string; sign: string }>> = {
  "": { word: "not_spoken", tone: "", sign: "○" },
  played: { word: "spoken", tone: "good", sign: "✓" },
  failed: { word: "spoken_failed", tone: "over", sign: "✕" },
  blocked: { word: "spoken_blocked", tone: "over", sign: "✕" },
  superseded: { word: "spoken_superseded", tone: "near", sign: "▲" },
};

/** Which voice spoke; a kind without a word of its own is left out. */
const WHO: Readonly<Record<string, Word>> = { recorded: "voice_recorded", neural_zh: "voice_neural", pyttsx3: "voice_robot" };
const voiceText = (voice: string): string =>
  voice.split("+").flatMap((kind) => (WHO[kind] ? [t(WHO[kind])] : [])).join(tx({ zh: "、", en: ", " }));

const Receipt = ({ tone, sign, word, by = "" }: { tone: string; sign: string; word: Word; by?: string }) => (
  <li class={tone}>
    <span aria-hidden="true">{sign}</span> {t(word)}{by && ` · ${by}`}
  </li>
);

export function Receipts({ ticket, calling }: { ticket: ClerkTicket; calling: boolean }) {
  const calls = ticket.recalls + 1;
  const shown = ticket.shown;
  return (
    <ul class="receipts">
      <Receipt tone={shown ? "good" : ""} sign={shown ? "✓" : "○"} word={shown ? "shown" : "not_shown"} />
      <Receipt {...(VOICE[ticket.spoken] ?? VOICE[""]!)} by={voiceText(ticket.voice)} />
      <li>{calls > 1 ? t("called_times", { n: calls }) : t("called_once")}</li>
      {calling && ticket.no_show_offered && <li class="offer">{t("offer_no_show")}</li>}
    </ul>
  );
}
