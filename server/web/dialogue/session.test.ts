import assert from "node:assert/strict";
import { test } from "node:test";

const kept = new Map<string, string>();
const shown: string[] = [];
let nth = 0;
/** The module as a page opened at this address has it. */
async function opened(search: string, hash = "") {
  Object.assign(globalThis, {
    location: { pathname: "/manager/", search, hash },
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    history: { replaceState: (_: unknown, __: string, address: string) => void shown.push(address) },
  });
  const file = "./session.ts";
  return (await import(`${file}?${(nth += 1)}`)) as typeof import("./session.ts");
}

test("a token in the address counts where nothing is kept, and leaves the address at once", async () => {
  for (const [search, hash, rest] of [
    ["?token=new&place=K2", "", "/manager/?place=K2"],
    ["", "#token=new", "/manager/"],
    ["?place=K2", "#media&token=new&x=1", "/manager/?place=K2#media&x=1"],
    ["?token=new", "#media", "/manager/#media"],
  ] as const) {
    kept.clear();
    const session = await opened(search, hash);
    assert.equal(shown[shown.length - 1], rest);
    assert.equal(session.isOffered("manager", ""), false);
    assert.equal(session.tokenOf("manager", ""), "new");
    assert.equal(kept.get("hallqueue.manager.token"), "new");
  }
});

test("it never takes the place of one that is kept unless somebody says so", async () => {
  kept.clear();
  kept.set("hallqueue.manager.token", "mine");
  const session = await opened("", "#token=theirs");
  assert.equal(session.tokenOf("manager", ""), "mine");
  assert.equal(session.isOffered("manager", ""), true);
  session.declineGiven();
  assert.equal(session.isOffered("manager", ""), false);
  const again = await opened("?token=theirs");
  assert.equal(again.acceptGiven("manager", ""), "theirs");
  assert.equal(again.tokenOf("manager", ""), "theirs");
});

test("when the one that was kept is no longer good the one in the address helps", async () => {
  kept.clear();
  kept.set("hallqueue.manager.token", "old");
  const session = await opened("?token=new");
  session.forgetToken("manager", "");
  assert.equal(session.tokenOf("manager", ""), "new");
});

test("the same one again is nothing to ask about", async () => {
  kept.clear();
  kept.set("hallqueue.manager.token", "mine");
  assert.equal((await opened("?token=mine")).isOffered("manager", ""), false);
});

test("an address without one stays as it is", async () => {
  const before = shown.length;
  await opened("?place=K2", "#media");
  assert.equal(shown.length, before);
});

test("a new token takes the place of the one that was used, wherever that lay", async () => {
  const { keepToken, renewToken, tokenOf } = await opened("");
  keepToken("window", "", "old");
  renewToken("window", "3", "new");
  assert.equal(tokenOf("window", "3"), "new");
  assert.equal(tokenOf("window", ""), "new");
  keepToken("window", "3", "own");
  renewToken("window", "3", "newest");
  assert.equal(tokenOf("window", "3"), "newest");
  assert.equal(tokenOf("window", ""), "new");
});

test("who is shown out holds no token any more", async () => {
  const { forgetToken, keepToken, tokenOf } = await opened("");
  keepToken("kiosk", "", "old");
  forgetToken("kiosk", "");
  assert.equal(tokenOf("kiosk", ""), "");
});
