// The twin test of addresses.ts; what is marked as an error is one for the compiler, or the mark itself is.
import assert from "node:assert/strict";
import test from "node:test";
import { addressOf, filled } from "./addresses.ts";
import type { get, post } from "./post.ts";

test("places and query are filled in, and only what is said", () => {
  assert.equal(addressOf("/api/qr/{token}.svg", { path: { token: "a/b" } }), "/api/qr/a%2Fb.svg");
  assert.equal(addressOf("/api/speech/{screen}", { path: { screen: "welcome" }, query: { lang: "zh" } }), "/api/speech/welcome?lang=zh");
  assert.equal(addressOf("/api/events", { query: { what: undefined, limit: 5, date: null } }), "/api/events?limit=5");
  assert.equal(addressOf("/api/hall"), "/api/hall");
  assert.equal(filled("/api/hall", undefined), "/api/hall");
});

/** Never called: it is there to be compiled. */
export function wrong(read: typeof get, say: typeof post): void {
  void read("/api/hall");
  void read("/api/setup/history", { query: { limit: 5 }, token: "t" });
  void say("/api/login", { body: { login: "1001", password: "p", place: "" } });
  // @ts-expect-error there is no such address
  void read("/api/halls");
  // @ts-expect-error nobody reads there
  void read("/api/login");
  // @ts-expect-error whose ticket?
  void read("/api/ticket/{token}");
  // @ts-expect-error a place that is not in the path
  void read("/api/ticket/{token}", { path: { ticket: "t" } });
  // @ts-expect-error a word behind the ? that the address does not know
  void read("/api/events", { query: { dato: "2026-03-02" } });
  // @ts-expect-error a value that it does not take
  void read("/api/events", { query: { period: "decade" } });
  // @ts-expect-error without a body
  void say("/api/login");
  // @ts-expect-error a body that lacks something
  void say("/api/login", { body: { login: "1001" } });
  // @ts-expect-error a body with something else
  void say("/api/login", { body: { login: "1001", password: "p", colour: "red" } });
  // @ts-expect-error an answer that has no such field
  void read("/api/hall").then((hall) => hall.colour);
}
