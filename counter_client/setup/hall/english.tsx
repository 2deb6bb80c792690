// The English of a hall that is being set up: whether it is asked for at all, and which names still lack it.
import { joined } from "@web/form/in_words.ts";
import { pairs } from "@web/language/i18n.ts";
import type { HallConfig, Text } from "@web/wire.ts";
import { draft } from "../draft/store.ts";

/** As it is being set up, and not as it is: whoever wants both again is asked for both before saving. */
export const inChinese = (): boolean => draft.value?.languages === "zh";

type Named = Pick<HallConfig, "name" | "services" | "queues" | "zones" | "counters">;

/** Of what customers read, in its order; none at all is a hall that speaks Chinese alone. */
export function lackEnglish({ name, services, queues, zones, counters }: Named): { lack: string[]; all: boolean } {
  const leads = [name, ...[...services, ...queues].map((one) => one.name)];
  const lacks = ({ zh, en }: Text): boolean => zh !== "" && en === "";
  const names = [...leads, ...[...zones, ...counters].map((one) => one.name)];
  return { lack: [...new Set(names.filter(lacks).map(({ zh }) => zh))], all: leads.every(({ en }) => !en) };
}

const MOST = 8;

const t = pairs({
  lack: ["{n} 个名称还没有英文，在英文界面上显示中文：{names}", "{n} names have no English yet and stand in Chinese on English screens: {names}"],
  more: ["{names}等", "{names} and others"],
  all: ["名称都没有英文，所以现在所有屏幕只用中文。填好英文名称后，就会提供英文。", "No name has any English, so all screens speak Chinese only. English is offered once there are English names."],
});

export function WithoutEnglish() {
  if (!draft.value || inChinese()) return null;
  const { lack, all } = lackEnglish(draft.value);
  if (!lack.length) return null;
  const names = joined(lack.slice(0, MOST));
  return <p class="room smaller" role="status">{all ? t("all") : t("lack", { n: lack.length, names: lack.length > MOST ? t("more", { names }) : names })}</p>;
}
