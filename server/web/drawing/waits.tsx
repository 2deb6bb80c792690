// An expected wait in words: a span or one figure, why it is another than was said, and when it may be too late today.
import { table } from "../language/i18n.ts";
import type { WaitView } from "../wire.ts";

const t = table({
  zh: {
    soon: "很快",
    minutes: "约 {minutes} 分钟",
    span: "约 {low}–{minutes} 分钟",
    unknown: "暂无法预计",
    doubtful: "今天可能来不及办理，请问引导员",
    counter_paused: "有窗口暂停，预计时间已更新",
    counter_closed: "窗口减少，预计时间已更新",
    counter_opened: "增开了窗口，会更快",
    others_first: "有优先或预约的客户，预计时间已更新",
    longer: "前面的业务办得比平时久，预计时间已更新",
    quicker: "办得比预计快",
    moved: "换了队列，预计时间已更新",
  },
  en: {
    soon: "Very soon",
    minutes: "About {minutes} min",
    span: "{low}–{minutes} min", // two figures say by themselves that neither is sure
    unknown: "No estimate yet",
    doubtful: "Perhaps too late for today; please ask a guide",
    counter_paused: "A counter has paused: the time is new",
    counter_closed: "Fewer counters are open: the time is new",
    counter_opened: "Another counter has opened: it will be quicker",
    others_first: "Customers with priority or an appointment came: the time is new",
    longer: "Those ahead take longer than usual: the time is new",
    quicker: "It goes quicker than expected",
    moved: "Another queue: the time is new",
  },
});
const WHY = ["counter_paused", "counter_closed", "counter_opened", "others_first", "longer", "quicker", "moved"] as const;

export function waitText(wait: WaitView): string {
  if (wait.state !== "minutes") return t(wait.state === "soon" ? "soon" : "unknown");
  return t(wait.low ? "span" : "minutes", { low: wait.low, minutes: wait.minutes });
}

/** Why it changed, and whether it may be too late; "" when there is nothing to say. */
export function waitWhy(wait: WaitView): string {
  const why = WHY.find((one) => one === wait.why);
  return [...(wait.doubtful ? [t("doubtful")] : []), ...(why ? [t(why)] : [])].join(" · ");
}

export const Wait = ({ wait }: { wait: WaitView }) => <span class="wait">{waitText(wait)}</span>;
