// Around every page: the state of its line to the server, and notices.
import type { ComponentChildren } from "preact";
import { clockText, hallTimeOf } from "./clock.ts";
import type { Live } from "./live.ts";
import { Toast } from "./toast.tsx";
import { t } from "./words.ts";

/** Empty while all is well. */
function lineText<V>(live: Live<V>): string {
  const time = clockText(hallTimeOf(live.lastAt.value));
  if (!live.online.value) return live.view.value ? t("reconnecting", { time }) : t("connecting");
  if (live.freshness.value === "stale") return t("stale", { time });
  return live.freshness.value === "updating" ? t("updating") : "";
}

export function Frame<V>({ live, banner, children }: { live: Live<V>; banner: boolean; children: ComponentChildren }) {
  const text = banner ? lineText(live) : "";
  return (
    <>
      <div class={text ? "banner" : "banner empty"} role="status">{text}</div>
      {children}
      <Toast />
    </>
  );
}
