import assert from "node:assert/strict";
import test from "node:test";
import { keepToken, tokenOf } from "../dialogue/session.ts";
import { logOut } from "./log_out.ts";

test("the token is forgotten and the page begins anew, even when the server cannot be told", async () => {
  const asked: string[] = [];
  let reloads = 0;
  Object.assign(globalThis, { fetch: (address: string) => (asked.push(address), Promise.reject(new TypeError("no line"))), location: { reload: () => reloads++ } });
  keepToken("manager", "", "secret");
  await logOut("manager");
  assert.deepEqual([asked, tokenOf("manager", ""), reloads], [["/api/logout"], "", 1]);
});
