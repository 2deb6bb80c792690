// Where the customer is, and the one wish a kiosk has: a number.
import { effect, signal } from "@preact/signals";
import { lang } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { notify } from "@web/drawing/parts.tsx";
import { Refusal } from "@web/dialogue/refusal.ts";
import type { ComeWithCode, IssueTicket, KioskService, KioskView, Text, TicketView } from "@web/wire.ts";
import { alone, giveAlone } from "./alone/alone.ts";
import { resetComfort } from "./comfort/comfort.ts";
import { saysItself } from "./business/needs.ts";
import type { Given } from "./alone/offline.ts";
import { isShut } from "./business/standing.tsx";
import { t } from "./texts.ts";
import { newName } from "../../server/web/dialogue/asks.ts";
import { codeOf, LENGTH } from "../../server/web/hall/code.ts";

// Two taps in a moment are one wish: the same business keeps its request name for a few seconds.
const COOLDOWN = 3_000;
const NONE = { wish: "", name: "", at: -Infinity };
let last = NONE;

export function nameOf(wish: string, at: number): string {
  const same = wish === last.wish && at - last.at < COOLDOWN;
  last = same ? last : { wish, name: newName(), at };
  return last.name;
}

/** The customer has finished: the next one wants a number of their own, however quick they are. */
export const nextCustomer = (): void => void (last = NONE);

export type Step =
  | { at: "home" | "priority" }
  /** `group`: whose businesses; `on`: the one whose page is opened. */
  | { at: "choose"; group?: string; on?: string }
  | { at: "before" | "elsewhere"; service: string }
  /** `untold`: its tile had no room for what is to be known before. */
  | { at: "late"; service: string; untold?: boolean }
  | { at: "issuing"; service?: KioskService }
  /** Whoever comes back with a notice; `problem`: why that one brings nobody back. */
  | { at: "return"; code?: string; problem?: Text }
  | { at: "result"; ticket: TicketView }
  | { at: "alone"; given: Given };

const SETTLE = 350; // ms in which the second half of a double tap must not press what has just appeared
const GIVE_UP = 120_000;

export const step = signal<Step>({ at: "home" });
export const settled = signal(true);
export const priority = signal(""); // the reason, "" for ordinary
export const segment = signal(""); // who the customer is, where the hall lets them say it (Q38)

export function go(to: Step): void {
  step.value = to;
  settled.value = false;
  setTimeout(() => (settled.value = true), SETTLE);
}

export function reset(): void {
  priority.value = "";
  segment.value = "";
  nextCustomer();
  resetComfort();
  go({ at: "home" });
}

/** A tile was pressed: who may not be served before closing hears so first (§6, 16:10). */
export function choose(live: Live<KioskView>, service: KioskService, untold: boolean): void {
  if (service.near_close === "warn") go({ at: "late", service: service.id, untold });
  else goOn(live, service, untold);
}

/** A row of the first page was touched: that very business; the next touch takes its number. */
export function pick(service: KioskService): void {
  if (isShut(service)) go({ at: "choose", group: service.queue, on: service.id });
  else go({ at: service.near_close === "warn" ? "late" : "before", service: service.id });
}

/** Whether it is done without a counter, too: on the phone, or at a terminal of this hall that works (Q17, Q19). */
export const hasOtherWays = ({ e_channels, terminals }: KioskService): boolean => e_channels.length + terminals.length > 0;

/** First what is to be known before, where its tile could not say it all (Q17), else the number at once. */
export function goOn(live: Live<KioskView>, service: KioskService, untold = false): void {
  if (untold || hasOtherWays(service) || !saysItself(service)) go({ at: "before", service: service.id });
  else void take(live, service);
}

/** Without a server the number comes from the block kept for this kiosk; when that is used up, nobody gets one. */
function takeAlone(service: KioskService, instead_of = ""): void {
  const given = giveAlone(service, lang.value, priority.value, instead_of);
  if (given) go({ at: "alone", given });
  else reset();
}

const GONE = Symbol("gone");

/** Until the server is given up, or the customer has left this step. */
function givenUp(mine: Step): { waiting: Promise<typeof GONE>; stop: () => void } {
  let stop = () => {};
  const waiting = new Promise<typeof GONE>((resolve) => {
    stop = effect(() => void ((alone.value || step.value !== mine) && resolve(GONE)));
  });
  return { waiting, stop };
}

/** Asks for the number under one name until the hall has answered; leaving the step ends the patience.
 * When the server goes away meanwhile the number comes from this kiosk's block; under the first ask's name, so that what
 * became of that one counts once. */
export async function take(live: Live<KioskView>, service: KioskService): Promise<void> {
  if (alone.value) return takeAlone(service);
  const wish: IssueTicket = { type: "issue_ticket", service: service.id, ...who(), ...(hasOtherWays(service) ? { offered: true } : {}) };
  const mine: Step = { at: "issuing", service };
  go(mine);
  await insist(live, wish, `${service.id} ${priority.value} ${segment.value}`, mine, {
    gone: (name) => takeAlone(service, name),
    refused: (problem) => {
      if (step.value === mine) go({ at: "choose" });
      notify(problem.text, "bad");
    },
  });
}

const who = () => ({ language: lang.value, priority: priority.value ? ("priority" as const) : ("ordinary" as const), priority_reason: priority.value, ...(segment.value ? { segment: segment.value } : {}) });

/** A notice brings its holder back to a fair place (B09), an appointment to its time, a number to how it stands: the hall knows which. */
export async function takeReturn(live: Live<KioskView>, code: string): Promise<void> {
  const mine: Step = { at: "issuing" };
  go(mine);
  const back = (problem: Text) => step.value === mine && go({ at: "return", code: shown(code), problem });
  const gone = () => back({ zh: t("offlineHelp", {}, "zh"), en: t("offlineHelp", {}, "en") });
  await insist(live, { type: "come_with_code", code, ...who() }, `come ${code}`, mine, { gone, refused: (no) => back(no.text) });
}

/** A number's address has no code in it that anybody could go on typing. */
const shown = (typed: string): string => (codeOf(typed).length === LENGTH ? codeOf(typed) : "");

interface Otherwise {
  /** There is no server any more; under this name it was asked. */
  gone: (name: string) => void;
  refused: (problem: Refusal) => void;
}

async function insist(live: Live<KioskView>, wish: IssueTicket | ComeWithCode, about: string, mine: Step, otherwise: Otherwise): Promise<void> {
  const started = Date.now();
  const name = nameOf(about, started);
  const up = givenUp(mine);
  while (step.value === mine) {
    try {
      const answer = await Promise.race([live.ask(wish, name), up.waiting]);
      if (answer === GONE) {
        live.forget(name);
        if (step.value === mine) otherwise.gone(name);
        break;
      }
      const { result } = answer;
      if (step.value === mine) go("ahead" in result.ticket ? { at: "result", ticket: result.ticket } : { at: "choose" });
      break;
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      if (problem.code === "no_answer" && Date.now() - started < GIVE_UP) continue;
      otherwise.refused(problem);
      break;
    }
  }
  up.stop();
}
