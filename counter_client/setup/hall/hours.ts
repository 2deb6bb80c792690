// A day's opening in words: "Sun 22 Nov 08:30–17:00, lunch 12:00–13:00".
import type { DayShown, Hours, SpecialDay, Text, Weekday } from "@web/wire.ts";
import { lang, tx, pairs } from "@web/language/i18n.ts";
import { useAnswer } from "../draft/http.ts";
import { addDays, type Day, daysFrom, isDay, type Month, weekdayOf } from "@web/time/days.ts";
import { same } from "@web/form/at.ts";
import { weekdayWords } from "@web/time/hours.ts";
import { draft } from "../draft/store.ts";

// The words of the section about opening hours and days.

export const t = pairs({
  lead: ["取号机、大屏和手机号票都按这里开门和关门。", "Kiosks, boards and tickets on phones open and close by these."],
  today: ["今天{what}", "Today {what}"],
  tomorrow: ["明天{what}", "Tomorrow {what}"],
  on_weekday: ["（{weekday}）", "({weekday}) "],
  with_lunch: ["，{hours} 午休", ", lunch break {hours}"],
  named: ["，{name}", ", {name}"],
  comma: ["，", ", "],
  usual_day: ["平日", "The usual day"],
  whole_day: ["全天营业", "round the clock"],
  week: ["每周", "The week"],
  week_lead: ["每天都一样就不用改；周末休息或时间不同，在这里选。", "Leave it if all days are alike; choose here if a day is closed or has other hours."],
  as_usual: ["照常（{hours}）", "As usual ({hours})"],
  shut: ["休息", "closed"],
  shut_short: ["休", "off"],
  own_short: ["改", "own"],
  own_hours: ["另定时间", "Other hours"],
  special: ["节假日和特殊日", "Holidays and special days"],
  special_lead: ["放假安排每年不同，这里没有预填。放一段假点“加一段假期”；单独一天直接点日历。", "Holidays differ every year, so none are filled in. Add a span for several days; tap the calendar for one."],
  add_span: ["加一段假期", "Add a holiday"],
  from: ["从", "From"],
  to: ["到", "To"],
  span_day: ["请选日期", "Please choose a day"],
  span_order: ["结束日期早于开始日期", "The last day is before the first"],
  span_long: ["一段最多 60 天，请检查年份", "60 days at most; please check the year"],
  these_days: ["这些天", "On these days"],
  add: ["加入", "Add"],
  add_days: ["加入这 {n} 天", "Add these {n} days"],
  cancel: ["取消", "Cancel"],
  coming: ["已安排", "Planned"],
  none_coming: ["还没有安排。节前记得来加。", "Nothing yet. Remember to add the next holiday."],
  past: ["已过去的 {n} 段", "{n} in the past"],
  remove: ["删除", "Remove"],
  remove_span: ["删除 {span}", "Remove {span}"],
  earlier: ["上个月", "Earlier month"],
  later: ["下个月", "Later month"],
  tap_a_day: ["点一天，可设为休息或另定时间", "Tap a day to close the hall or give it other hours"],
  day_off: ["休息", "Closed"],
  special_day: ["调整营业", "Special hours"],
  closing: ["关门前后", "Around closing"],
  closing_lead: ["快关门时还发不发号、关门后还办多久、什么时候自动结束这一天。", "Whether numbers are still given near closing, how long customers are served after it, when the day ends."],
});

// A draft's hours while somebody types them, its weekdays and special days; what comes of them the server says.

/** A day of the week as its own hours, shut (null), or like the others (undefined); always in the week's order. */
export function withWeekday(weekdays: readonly Weekday[], weekday: number, hours: Hours | null | undefined): Weekday[] {
  const others = weekdays.filter((one) => one.weekday !== weekday);
  const all = hours === undefined ? others : [...others, { weekday, hours }];
  return all.sort((a, b) => a.weekday - b.weekday);
}

/** Days become special; what was special among them is replaced. */
export const withDays = (days: readonly SpecialDay[], own: readonly SpecialDay[]): SpecialDay[] =>
  inOrder([...withoutDays(days, own.map(({ day }) => day)), ...own]);

const inOrder = (days: readonly SpecialDay[]): SpecialDay[] => [...days].sort((a, b) => (a.day < b.day ? -1 : 1));

export const withoutDays = (days: readonly SpecialDay[], gone: readonly Day[]): SpecialDay[] =>
  days.filter((one) => !gone.includes(one.day));

// Special days as people speak of them: "1 to 7 October, National Day", though the set-up knows single days.

export interface Span extends Omit<SpecialDay, "day"> {
  from: Day;
  to: Day;
}

export const LONGEST = 60; // days; a slip in the year would fill the calendar

const alike = (a: Span, b: SpecialDay): boolean => same([a.name, a.hours], [b.name, b.hours]);

/** Days in a row with the same name and hours are one span. */
export function spans(days: readonly SpecialDay[]): Span[] {
  const open: Span[] = [];
  for (const one of inOrder(days)) {
    const last = open[open.length - 1];
    if (last && addDays(last.to, 1) === one.day && alike(last, one)) last.to = one.day;
    else open.push({ from: one.day, to: one.day, name: one.name, hours: one.hours });
  }
  return open;
}

export const upcoming = (days: readonly SpecialDay[], today: Day): Span[] => spans(days).filter((span) => span.to >= today);

export function spanFault(from: string, to: string) {
  if (!isDay(from) || !isDay(to)) return "day";
  if (to < from) return "order";
  return addDays(from, LONGEST) <= to ? "long" : null;
}

export const withSpan = (days: readonly SpecialDay[], { from, to, ...like }: Span): SpecialDay[] => withDays(days, daysFrom(from, to).map((day) => ({ day, ...like })));

export const withoutSpan = (days: readonly SpecialDay[], span: Pick<Span, "from" | "to">): SpecialDay[] =>
  withoutDays(days, daysFrom(span.from, span.to));

// What the days of the draft are like, as the server says.

export type Days = ReadonlyMap<Day, DayShown>;

/** A day of which nothing is known yet is missing. */
export function useDays(first: Day, days: number): Days {
  const calendar = useAnswer("/api/setup/days", { config: draft.value!, first, days });
  return new Map((calendar ?? []).map((one) => [one.day, one]));
}

export const weekdayName = (weekday: number): string => tx(weekdayWords(weekday));
export const hoursText = (hours: Hours): string => `${hours.opens}–${hours.closes}`;

/** "10月1日" or "1 Oct". */
export const dayText = (day: Day): string => dateText(day, { month: lang.value === "zh" ? "long" : "short", day: "numeric" });
export const monthText = (month: Month): string => dateText(`${month}-01`, { year: "numeric", month: "long" });

function dateText(day: Day, parts: Intl.DateTimeFormatOptions): string {
  const locale = lang.value === "zh" ? "zh-CN" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** "08:30–17:00", "round the clock", "closed". */
export const plainHours = (hours: Hours | "always" | null): string =>
  hours === null ? t("shut") : hours === "always" ? t("whole_day") : hoursText(hours);

const named = (name: Text): string => (tx(name) ? t("named", { name: tx(name) }) : "");

/** Without an answer of the server: the weekday alone. */
export function openingText(plan: DayShown | undefined, day: Day): string {
  if (!plan) return t("on_weekday", { weekday: weekdayName(weekdayOf(day)) });
  const { lunch } = plan;
  const break_ = lunch ? t("with_lunch", { hours: hoursText({ opens: lunch.begins, closes: lunch.ends }) }) : "";
  return `${t("on_weekday", { weekday: weekdayName(weekdayOf(day)) })}${plainHours(plan.hours)}${break_}${named(plan.name)}`;
}

/** With its year when that is not this one. */
export function spanText({ from, to }: Pick<Span, "from" | "to">, today: Day): string {
  const year = from.slice(0, 4) === today.slice(0, 4) ? undefined : ("numeric" as const);
  const first = dateText(from, { year, month: lang.value === "zh" ? "long" : "short", day: "numeric" });
  return from === to ? first : `${first}–${dayText(to)}`;
}
