import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeviceShown as Device } from "@web/wire.ts";
import { ago, grouped } from "./devices.ts";

const device = (device_id: string, more: Partial<Device> = {}): Device => ({
  device_id,
  kind: "device",
  name: device_id,
  role: "kiosk",
  role_text: { zh: "取号机", en: "Kiosk" },
  place_text: { zh: "", en: "" },
  place: "",
  paired_at: "2026-03-02T00:00:00Z",
  paired_by: "person:1001",
  revoked_at: null,
  here: true,
  last_seen: "2026-03-02T01:00:00Z",
  build: "",
  current: true,
  sound: "",
  address: "",
  screens: [],
  ...more,
});

const ids = (devices: readonly Device[]) => devices.map((one) => one.device_id);

test("kiosks come before boards and displays, and 10 after 9", () => {
  const { online } = grouped([device("w10", { role: "window_display", name: "窗口屏 10" }), device("w9", { role: "window_display", name: "窗口屏 9" }), device("b", { role: "lobby_board" }), device("k")]);
  assert.deepEqual(ids(online), ["k", "b", "w9", "w10"]);
});

test("who was here last stands first among those away", () => {
  const { away } = grouped([device("never", { here: false, last_seen: null }), device("old", { here: false }), device("new", { here: false, last_seen: "2026-03-02T02:00:00Z" })]);
  assert.deepEqual(ids(away), ["new", "old", "never"]);
});

test("the revoked and programs stand apart", () => {
  const groups = grouped([device("k", { revoked_at: "2026-03-02T02:00:00Z", here: false }), device("s", { kind: "script", role: "admin" })]);
  assert.deepEqual([ids(groups.revoked), ids(groups.scripts), ids(groups.online), ids(groups.away)], [["k"], ["s"], [], []]);
});

test("how long ago is said in the largest whole unit", () => {
  const now = Date.parse("2026-03-04T01:00:00Z");
  assert.deepEqual(ago("2026-03-04T00:59:30Z", now), { unit: "just_now", n: 0 });
  assert.deepEqual(ago("2026-03-04T00:01:00Z", now), { unit: "minutes", n: 59 });
  assert.deepEqual(ago("2026-03-03T01:00:00Z", now), { unit: "hours", n: 24 });
  assert.deepEqual(ago("2026-03-02T01:00:00Z", now), { unit: "days", n: 2 });
  assert.deepEqual(ago("2026-03-04T01:00:09Z", now), { unit: "just_now", n: 0 });
});
