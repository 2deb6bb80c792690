// Below a name: whether it will stand smaller on the screens, while it can still be changed.
import type { Text } from "@web/wire.ts";
import { fitOf, type Named } from "./room.ts";
import { screens, t } from "./room_texts.ts";
import { tx } from "@web/i18n.ts";

export function Room({ kind, name }: { kind: Named; name: Text }) {
  const { fit, width, full, legible } = fitOf(kind, name);
  if (fit === "full") return null;
  return <p class={`room ${fit}`} role="status">{t(fit, { width, full, legible, screens: tx(screens[kind]) })}</p>;
}
