import assert from "node:assert/strict";
import { test } from "node:test";
import type { PrinterConfig } from "@web/wire.ts";
import { addressProblem, after, mayFallBackTo, taken } from "./printers.ts";

const newPrinter = (id: string): PrinterConfig => ({
  id, name: { zh: "", en: "" }, kind: "tcp", address: "", dots: 576, mode: "raster", ack: "gs_r", raster: "banded", large: false, density: 0, cut: "partial", feed: -1, fallback: "",
});
const printer = { ...newPrinter("p1"), address: "192.168.1.50:9100" };

test("a slip with both marks is done", () => {
  assert.deepEqual(after(printer, "good", "printed"), { next: "done", advice: "", printer });
});

test("a printer that printed without a word is not waited for", () => {
  const step = after(printer, "good", "unknown");
  assert.equal(step.next, "done");
  assert.equal(step.printer.ack, "none");
  assert.equal(after(step.printer, "good", "unknown").advice, "");
});

test("the ruler of a slip whose side is cut off tells the width; one with a wide margin is tried wider", () => {
  assert.deepEqual(after(printer, "narrow", "printed"), { next: "by_hand", advice: "ruler", printer });
  assert.equal(after({ ...printer, dots: 384 }, "wide", "printed").printer.dots, 420);
  assert.equal(after(printer, "wide", "printed").printer.dots, 640);
  assert.equal(after({ ...printer, dots: 832 }, "wide", "printed").next, "by_hand");
});

test("a picture in pieces is sent whole, and what stays unreadable goes as plain characters", () => {
  const plain = after(printer, "broken", "printed").printer;
  assert.equal(plain.raster, "plain");
  assert.equal(after(plain, "broken", "printed").printer.mode, "text");
  assert.equal(after(printer, "garbled", "printed").printer.mode, "text");
});

test("no trial goes round in circles", () => {
  let at = printer;
  for (let n = 0; n < 6; n++) {
    const step = after(at, "garbled", "printed");
    if (step.next === "by_hand") return;
    at = step.printer;
  }
  assert.ok(false, "still trying");
});

test("print gets darker and lighter in steps the printer knows", () => {
  assert.equal(after(printer, "pale", "printed").printer.density, 2);
  assert.equal(after(printer, "dark", "printed").printer.density, -2);
  assert.equal(after({ ...printer, density: 8 }, "pale", "printed").next, "by_hand");
});

test("a slip cut through its last line is fed further", () => {
  assert.equal(after(printer, "cut_in", "printed").printer.feed, 6);
  assert.equal(after({ ...printer, feed: 6 }, "cut_in", "printed").printer.feed, 12);
  assert.equal(after({ ...printer, feed: 40 }, "cut_in", "printed").next, "by_hand");
});

test("a slip that is not cut, or torn, is cut another way", () => {
  assert.equal(after(printer, "uncut", "printed").printer.cut, "full");
  assert.equal(after({ ...printer, cut: "full" }, "torn", "printed").printer.cut, "partial");
  assert.equal(after(printer, "torn", "printed").printer.cut, "none");
});

test("when nothing came out, a person looks", () => {
  assert.equal(after(printer, "nothing", "held").next, "by_hand");
});

test("what was found is taken over, and an unknown width stays as it was", () => {
  const device = { kind: "usb", address: "/dev/usb/lp0", model: "XP-58", answers: true, dots: 384 } as const;
  assert.equal(taken(printer, device).dots, 384);
  assert.equal(taken(printer, { ...device, dots: null }).dots, 576);
  assert.equal(taken(printer, device).kind, "usb");
});

test("an address is looked at before the printer is asked", () => {
  for (const [kind, address, wrong] of [
    ["tcp", "192.168.1.50:9100", ""],
    ["tcp", "printer.hall", ""],
    ["tcp", "192.168.1.50 9100", "tcp"],
    ["tcp", " ", "missing"],
    ["serial", "/dev/ttyUSB0:19200", ""],
    ["serial", "COM3:9600:xonxoff", ""],
    ["serial", "ttyUSB0", "serial"],
    ["usb", "04b8:0e15", ""],
    ["usb", "lp0", "usb"],
    ["virtual", "", ""],
  ] as const)
    assert.equal(addressProblem(kind, address), wrong, `${kind} ${address}`);
});

test("slips never run in a circle between printers", () => {
  const all = [{ ...printer, fallback: "" }, { ...printer, id: "p2", fallback: "p1" }, { ...printer, id: "p3", fallback: "p2" }, { ...printer, id: "p4" }];
  assert.deepEqual(mayFallBackTo(all[0]!, all).map((one) => one.id), ["p4"]);
  assert.deepEqual(mayFallBackTo(all[2]!, all).map((one) => one.id), ["p1", "p2", "p4"]);
});
