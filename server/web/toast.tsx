// A short notice at the foot of the page that goes by itself.
import { signal } from "@preact/signals";
import { texts } from "./i18n.ts";
import { Refusal } from "./refusal.ts";
import type { Text } from "./wire.ts";

type Kind = "info" | "good" | "bad";

const SHOWN = 6_000;
const notices = signal<readonly { id: number; text: Text | string; kind: Kind }[]>([]);
let count = 0;

export function notify(text: Text | string, kind: Kind = "info"): void {
  const id = ++count;
  // Good news of a moment ago is old news; only what went wrong stays beside what comes.
  const still = notices.value.filter((n) => n.kind === "bad").slice(-2);
  notices.value = [...still, { id, text, kind }];
  setTimeout(() => (notices.value = notices.value.filter((n) => n.id !== id)), SHOWN);
}

/** For `catch`: says a refusal to the person, lets a bug through. */
export function notifyRefusal(problem: unknown): void {
  if (!(problem instanceof Refusal)) throw problem;
  notify(problem.text, "bad");
}

export const Toast = () => (
  <div class="toasts" role="status" aria-live="polite">
    {notices.value.map((notice) => (
      <p key={notice.id} class={`toast ${notice.kind}`}>
        {texts(notice.text)}
      </p>
    ))}
  </div>
);
