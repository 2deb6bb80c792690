import assert from "node:assert/strict";
import test from "node:test";
import type { Field, FigureShown, Text } from "@web/wire.ts";
import { hits, type Searched } from "./search.ts";
import type { SetupSection } from "../draft/section.tsx";

const both = (zh: string, en: string): Text => ({ zh, en });
const section = (id: string, ...keys: string[]) => ({ id, keys, part: () => null }) as SetupSection;
const field = (id: string, label: Text, ...fields: Field[]) => ({ id, label, fields }) as unknown as Field;
const [services, voice, figures] = [section("services", "services"), section("voice", "voice"), section("figures", "figures")] as const;
const TITLES: Record<string, Text> = { services: both("业务", "Businesses"), voice: both("语音", "Voice"), figures: both("时限与规则", "Limits and rules") };
const FIELDS: Record<string, Field> = {
  services: field("services", both("业务", "Businesses"), field("standard_seconds", both("标准办理时间", "Standard time")), field("id", both("", ""))),
  voice: field("voice", both("语音", "Voice"), field("volume", both("音量", "Volume"))),
};
const ALL: Searched = {
  sections: [services, voice, figures],
  titleOf: ({ id }) => TITLES[id]!,
  fieldAt: (where) => FIELDS[where],
  sectionOf: (where) => (where === "figures.speech_rate" ? voice : figures),
  figures: [{ name: "speech_rate", text: both("语速（每分钟字数）", "Words per minute") }, { name: "wait_goal_seconds", text: both("等候目标", "Wait goal") }] as unknown as FigureShown[],
};
const matches = (query: string) => hits(query, ALL).map(({ section: { id }, where, label }) => [id, where, label.zh]);

test("a section by its name, once, in either language", () => {
  assert.deepEqual(matches("业务"), [["services", "", "业务"]]);
  assert.deepEqual(matches("BUSINESS"), [["services", "", "业务"]]);
  assert.deepEqual(matches("  "), []);
  assert.deepEqual(matches("没有"), []);
});

test("a field leads to the section that has it; a figure to the one place where it is edited", () => {
  assert.deepEqual(matches("标准"), [["services", "services", "标准办理时间"]]);
  assert.deepEqual(matches("语速"), [["voice", "figures.speech_rate", "语速（每分钟字数）"]]);
  assert.deepEqual(matches("wait goal"), [["figures", "figures.wait_goal_seconds", "等候目标"]]);
  assert.deepEqual(matches("音量"), [["voice", "voice", "音量"]]);
});
