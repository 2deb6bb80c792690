import assert from "node:assert/strict";
import test from "node:test";
import type { EventShown } from "../wire.ts";
import { eventText } from "../events/events.ts";
import { slipCauses, slipStates } from "./code_words.ts";

const moved = (state: string, detail: string): EventShown =>
  ({ epoch: 1, seq: 1, at: "2024-07-10T02:16:00Z", kind: "SlipMoved", actor: "system:printing", fields: { state, detail } });
const named = (field: string, value: string) => ((field === "state" ? slipStates : slipCauses)[value]?.zh ?? "");

test("what was sent to a printer that cannot answer is never called printed", () => {
  assert.equal(eventText(moved("sent", ""), named), "小票：已送出（未确认）");
});

test("a slip that may not be there says why", () => {
  assert.equal(eventText(moved("dropped", "undrawable"), named), "小票：未打印，小票上的文字打印不了");
  assert.equal(eventText(moved("unknown", "no_answer"), named), "小票：不知是否打出，打印机没有应答");
});

test("a cause without words is left out", () => {
  assert.equal(eventText(moved("held", "/dev/usb/lp0: EIO"), named), "小票：等打印机恢复");
});
