// Which section is shown, kept in the address, so that a reload or a link shows the same one.
import { computed, signal } from "@preact/signals";
import { problemAt, setup } from "../draft/store.ts";
import { topmost, within } from "@web/form/at.ts";
import { placeOf } from "../rules/figures.tsx";
import { SECTIONS } from "../sections.ts";
import type { Mark, SetupSection } from "../draft/section.tsx";

const sectionIn = (hash: string): SetupSection => {
  const [name = "", ...rest] = hash.slice(1).split("=");
  return SECTIONS.find((section) => (rest.length ? section.hash === name : section.id === name)) ?? SECTIONS[0]!;
};

const hash = signal(location.hash);
export const at = computed(() => sectionIn(hash.value));

export function followAddress(): () => void {
  const follow = () => (hash.value = location.hash);
  addEventListener("hashchange", follow);
  return () => removeEventListener("hashchange", follow);
}

/** The section that edits a place of the set-up ("services[2].queue"). */
export function sectionOf(where: string): SetupSection | undefined {
  const figure = topmost(where) === "figures" && setup.value?.figures.find(({ name }) => where === `figures.${name}`);
  const place = figure ? placeOf(figure) : "";
  return SECTIONS.find((section) => (place ? section.id === place : section.keys?.includes(topmost(where))));
}

export function markOf(section: SetupSection): Mark | null {
  if (section.keys?.some((key) => problemAt(key))) return "problem";
  if (section.mark) return section.mark();
  const steps = setup.value?.ready.filter((ready) => section.steps?.includes(ready.step)) ?? [];
  if (!steps.length) return null;
  return steps.every((ready) => ready.done) ? "ok" : "todo";
}

/** Opens a place's section and puts the cursor into its field, or as near to it as there is one. */
export function goTo(where: string): void {
  const section = sectionOf(where);
  if (section) location.hash = section.id;
  setTimeout(() => nearest(where)?.focus(), 60);
}

function nearest(where: string): HTMLElement | undefined {
  const marked = Array.from(document.querySelectorAll<HTMLElement>("[data-where]"));
  const around = (node: HTMLElement) => within(node.dataset.where!, where);
  const innermost = marked.filter(around).sort((a, b) => b.dataset.where!.length - a.dataset.where!.length)[0];
  innermost?.scrollIntoView({ block: "center" });
  return innermost?.querySelector<HTMLElement>("input, select, textarea, button") ?? undefined;
}
