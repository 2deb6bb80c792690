// The hall's set-up as the server has it, the draft the manager works on, and the ways between them.
import { batch, computed, effect, signal } from "@preact/signals";
import { newName } from "@web/dialogue/asks.ts";
import { idle } from "@web/dialogue/reload.ts";
import type { HallConfig, Reference, Rung, Saved, SetUp as Setup, Text, WrongPlace as Problem } from "@web/wire.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import { get, post } from "./http.ts";
import { byPlace, same, valueAt, within } from "@web/form/at.ts";
import { removed, type Kind } from "./uses.ts";

const KEPT = "hallqueue.setup.draft";

/** The last answer of `GET /api/setup`. */
export const setup = signal<Setup | null>(null);
export const draft = signal<HallConfig | null>(null);
/** What the draft started from; what others change meanwhile is told apart by it. */
export const base = signal<HallConfig | null>(null);
export const usualRungs = (): readonly Rung[] => setup.value?.usual_rungs ?? [];
export const references = (): readonly Reference[] => setup.value?.references ?? [];
export const problems = signal<readonly Problem[]>([]);
export const saving = signal(false);

/** Whether there is anything to save; what it is, the server says (`judged.ts`). */
export const changed = computed(() => base.value !== null && draft.value !== null && !same(base.value, draft.value));

/** The one way to edit: `change((config) => ({ ...config, phone: "12345" }))`. Problems of pieces that changed go. */
export function change(f: (config: HallConfig) => HallConfig): void {
  const before = draft.peek();
  if (!before) return;
  const after = f(before);
  wish = "";
  batch(() => {
    draft.value = after;
    problems.value = problems.peek().filter(({ where }) => same(valueAt(before, where), valueAt(after, where)));
  });
}

/** The first problem at `where` or below it ("services[2].queue", "services[pay].queue", "services"). */
export function problemAt(where: string): Text | null {
  const place = byPlace(draft.value, where);
  return problems.value.find((problem) => within(place, byPlace(draft.value, problem.where)))?.text ?? null;
}

/** A problem of the very piece at `where`, not of what lies below it. */
export function problemOf(where: string): Text | null {
  const place = byPlace(draft.value, where);
  return problems.value.find((problem) => byPlace(draft.value, problem.where) === place)?.text ?? null;
}

/** Reads the set-up again; a draft with changes stays as it is. */
export async function reload(): Promise<void> {
  const read = await get("/api/setup");
  batch(() => {
    setup.value = read;
    if (changed.peek()) return;
    const kept = draft.peek() ? null : fromTab();
    base.value = kept?.base ?? read.config;
    draft.value = kept?.draft ?? read.config;
  });
}

export function discard(): void {
  batch(() => {
    problems.value = [];
    base.value = draft.value = setup.peek()?.config ?? null;
  });
}

/** Puts a whole set-up in the draft's place, such as one read from a file; nothing is applied yet. */
export const replaceDraft = (config: HallConfig): void => change(() => config);

/** Goes on from the newest set-up with the draft's own changes; where both changed a piece, `wins` decides. */
export async function takeNewest(wins: "ours" | "theirs"): Promise<void> {
  const read = await get("/api/setup");
  const begun = { base: base.peek() ?? read.config, config: draft.peek() ?? read.config };
  const together = await post("/api/setup/together", { body: { ...begun, wins } });
  wish = "";
  batch(() => {
    setup.value = read;
    problems.value = [];
    base.value = together.config;
    draft.value = together.draft;
  });
}

/** Addresses where the manager has held a slip in the hand; the server asks for it of each new one. */
export const seen = signal<ReadonlySet<string>>(new Set());

/** One name per wish, so that a retry after a broken line is not a second change. */
let wish = "";

/** Throws a Refusal; its problems then stand beside their fields. */
export async function save(validFrom: string | null, note: string): Promise<Saved> {
  saving.value = true;
  const asked = draft.peek();
  try {
    const saved = await send(validFrom, note);
    wish = "";
    if (draft.peek() !== asked) {
      base.value = asked; // what was typed while the answer was on its way stands on what was saved
      await takeNewest("ours");
      return saved;
    }
    batch(() => {
      problems.value = [];
      base.value = draft.value = saved.planned ? (setup.peek()?.config ?? saved.config) : saved.config;
    });
    await reload();
    return saved;
  } finally {
    saving.value = false;
  }
}

async function send(validFrom: string | null, note: string): Promise<Saved> {
  wish = wish || newName();
  const [from, config] = [base.peek()!, draft.peek()!];
  try {
    return await post("/api/setup", { body: { id: wish, base: from, config, valid_from: validFrom, note, confirmed: [...seen.peek()] } });
  } catch (no) {
    problems.value = no instanceof Refusal ? no.problems : [];
    throw no;
  }
}

interface Kept {
  base: HallConfig;
  draft: HallConfig;
}

function fromTab(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** A reload keeps the draft, a closed tab warns, until the answer is called. */
export function guardDraft(): () => void {
  const stop = effect(() => {
    idle.value = !changed.value;
    if (!draft.value) return;
    if (changed.value) sessionStorage.setItem(KEPT, JSON.stringify({ base: base.value, draft: draft.value }));
    else sessionStorage.removeItem(KEPT);
  });
  const warn = (event: BeforeUnloadEvent) => {
    if (!changed.peek()) return;
    event.preventDefault();
    event.returnValue = ""; // older browsers ask for this
  };
  addEventListener("beforeunload", warn);
  return () => {
    stop();
    removeEventListener("beforeunload", warn);
  };
}

/** For an input's `onChange`: `put("phone")`. */
export const put =
  <K extends keyof HallConfig>(key: K) =>
  (value: HallConfig[K]): void =>
    change((config) => ({ ...config, [key]: value }));

/** A list others name: whoever named what is gone goes on without it. */
export const putItems =
  <K extends Kind>(kind: K) =>
  (items: HallConfig[K]): void =>
    change((config) => {
      const old: readonly { id: string }[] = config[kind];
      const gone = items.length < old.length ? old.filter(({ id }) => items.every((item) => item.id !== id)) : [];
      return gone.reduce((left, { id }) => removed(references(), left, kind, id), { ...config, [kind]: items });
    });

/** One of the hall's figures. */
export const putFigure = (name: string, value: number | string | boolean): void =>
  change((config) => ({ ...config, figures: { ...config.figures, [name]: value } }));
