// The twin test of problems.ts: what is too small, too large, missing or unlike what it should be.
import assert from "node:assert/strict";
import test from "node:test";
import type { Field, Kind } from "../wire.ts";
import { problemOf, problems } from "./problems.ts";

const asked = (id: string, kind: Kind, more: object = {}) => ({ id, kind, ends: null, pattern: "", required: false, fields: [], ...more }) as unknown as Field;
const FORM = [
  asked("name", "words", { required: true }),
  asked("wait", "span", { ends: { least: 60, most: 3600 } }),
  asked("url", "text", { pattern: "https?://\\S+" }),
  asked("hours", "part", { fields: [asked("opens", "time")] }),
  asked("lines", "table", { fields: [asked("", "words", { required: true })] }),
];
const GOOD = { name: { zh: "缴费", en: "" }, wait: 60, url: "", hours: null, lines: [] };
const wrongAt = (values: object) => problems(FORM, { ...GOOD, ...values }).map(({ where }) => where);

test("Chinese alone is enough, and what may be left empty is no fault", () => assert.deepEqual(problems(FORM, GOOD), []));

test("each fault is told at its place, however deep it lies", () => {
  assert.deepEqual(wrongAt({ name: { zh: " ", en: "Pay" }, wait: 59 }), ["name", "wait"]);
  assert.deepEqual(wrongAt({ hours: { opens: "24:00" }, lines: [{ zh: "表", en: "" }, { zh: "", en: "" }] }), ["hours.opens", "lines[1]"]);
});

test("both ends belong to it, and are said in the unit of the field", () => {
  assert.equal(problemOf(FORM[1]!, 3600), null);
  assert.deepEqual(problemOf(FORM[1]!, 3601), { zh: "应在 1 分钟 至 1 小时 之间", en: "It must be 1 min to 1 h" });
});

test("a text is like its pattern from end to end", () => {
  assert.equal(problemOf(FORM[2]!, "https://example.invalid/pay"), null);
  assert.ok(problemOf(FORM[2]!, "see https://example.invalid"));
});
