import assert from "node:assert/strict";
import { test } from "node:test";
import type { PrinterConfig } from "@web/wire.ts";
import { isAddressed, mayFallBackTo, taken } from "./printers.ts";

const newPrinter = (id: string): PrinterConfig => ({
  id, name: { zh: "", en: "" }, kind: "tcp", address: "", dots: 576, mode: "raster", ack: "gs_r", raster: "banded", large: false, density: 0, cut: "partial", feed: -1, fallback: "",
});
const printer = { ...newPrinter("p1"), address: "192.168.1.50:9100" };

test("what was found is taken over, and an unknown width stays as it was", () => {
  const device = { kind: "usb", address: "/dev/usb/lp0", model: "XP-58", answers: true, dots: 384 } as const;
  assert.equal(taken(printer, device).dots, 384);
  assert.equal(taken(printer, { ...device, dots: null }).dots, 576);
  assert.equal(taken(printer, device).kind, "usb");
});

test("an address is looked at before the printer is asked", () => {
  for (const [kind, address, right] of [
    ["tcp", "192.168.1.50:9100", true],
    ["tcp", "printer.hall", true],
    ["tcp", "192.168.1.50 9100", false],
    ["tcp", " ", false],
    ["serial", "/dev/ttyUSB0:19200", true],
    ["serial", "COM3:9600:xonxoff", true],
    ["serial", "ttyUSB0", false],
    ["usb", "04b8:0e15", true],
    ["usb", "lp0", false],
    ["file", "slips", true],
    ["agent", "", false],
    ["virtual", "", true],
  ] as const)
    assert.equal(isAddressed({ ...printer, kind, address }), right, `${kind} ${address}`);
});

test("slips never run in a circle between printers", () => {
  const all = [{ ...printer, fallback: "" }, { ...printer, id: "p2", fallback: "p1" }, { ...printer, id: "p3", fallback: "p2" }, { ...printer, id: "p4" }];
  assert.deepEqual(mayFallBackTo(all[0]!, all).map((one) => one.id), ["p4"]);
  assert.deepEqual(mayFallBackTo(all[2]!, all).map((one) => one.id), ["p1", "p2", "p4"]);
});
