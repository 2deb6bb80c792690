// Whether the call was seen on a screen and heard from a speaker: a clerk must not wait for a silent hall.
import type { ClerkTicket } from "@web/wire";
import { t, type Word } from "../texts.ts";

const VOICE: Readonly<Record<string, { word: Word; tone: string; sign: string }>> = {
  "": { word: "not_spoken", tone: "", sign: "○" },
  played: { word: "spoken", tone: "good", sign: "✓" },
  failed: { word: "spoken_failed", tone: "over", sign: "✕" },
  blocked: { word: "spoken_blocked", tone: "over", sign: "✕" },
  superseded: { word: "spoken_superseded", tone: "near", sign: "▲" },
};

const Receipt = ({ tone, sign, word }: { tone: string; sign: string; word: Word }) => (
  <li class={tone}>
    <span aria-hidden="true">{sign}</span> {t(word)}
  </li>
);

export function Receipts({ ticket, calling }: { ticket: ClerkTicket; calling: boolean }) {
  const calls = ticket.recalls + 1;
  const shown = ticket.shown;
  return (
    <ul class="receipts">
      <Receipt tone={shown ? "good" : ""} sign={shown ? "✓" : "○"} word={shown ? "shown" : "not_shown"} />
      <Receipt {...(VOICE[ticket.spoken] ?? VOICE[""]!)} />
      <li>{calls > 1 ? t("called_times", { n: calls }) : t("called_once")}</li>
      {calling && ticket.no_show_offered && <li class="offer">{t("offer_no_show")}</li>}
    </ul>
  );
}
