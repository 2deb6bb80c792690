// A page renews itself when the server has a newer build, and once a night; never while somebody uses it.
import { effect, signal } from "@preact/signals";
import { clockText, now } from "../time/clock.ts";

/** Set to false while a customer or clerk is in the middle of something. */
export const idle = signal(true);

const NIGHT = ["03", "04"];
const YOUNG = 6 * 3_600_000;
const born = Date.now();
const outdated = signal(false);
let build = "";

export function tellBuild(newest: string): void {
  if (build && newest !== build) outdated.value = true;
  build = build || newest;
}

export function renewWhenIdle(): void {
  effect(() => {
    const night = NIGHT.includes(clockText(now.value).slice(0, 2)) && Date.now() - born > YOUNG;
    if (idle.value && (outdated.value || night)) location.reload();
  });
}
