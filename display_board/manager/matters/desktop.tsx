// The switch for desktop notices, off until a manager wants them on this machine; the browser has the last word.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { Button, notify } from "@web/drawing/parts.tsx";
import type { ManagerView } from "@web/wire.ts";
import { seen, toTell, type Notified } from "./desktop.ts";
import { t } from "./desktop_texts.ts";
import { matters } from "./matters.ts";

const KEPT = "hallqueue.manager.desktop";
/** A page that came by plain http from another machine may not ask; the browser hides it or says no by itself. */
const possible = (): boolean => typeof Notification !== "undefined" && isSecureContext;
const allowed = (): boolean => possible() && Notification.permission === "granted" && localStorage.getItem(KEPT) !== null;

export function DesktopNotices({ view }: { view: ManagerView }) {
  const on = useSignal(allowed());
  const notified = useRef<Notified | null>(null);
  useEffect(() => {
    if (!on.value) return void (notified.current = null);
    const all = matters(view, now.peek());
    const next = toTell(notified.current ?? seen(all), all, now.peek());
    notified.current = next.notified;
    if (!next.tell || document.hasFocus()) return; // who looks at the board sees it there
    const notice = new Notification(next.tell.what, { body: tx(view.hall), tag: next.tell.id });
    notice.onclick = () => window.focus();
  });
  const turn = async () => {
    if (!on.value && !possible()) return notify(t("impossible"), "bad");
    if (!on.value && (await Notification.requestPermission()) !== "granted") return notify(t("denied"), "bad");
    on.value = !on.value;
    if (on.value) localStorage.setItem(KEPT, "1");
    else localStorage.removeItem(KEPT);
    notify(t(on.value ? "now_on" : "now_off"), "good");
  };
  return <Button kind="quiet" aria-pressed={on.value} onClick={() => void turn()}>{t(on.value ? "on" : "off")}</Button>;
}
