import assert from "node:assert/strict";
import test from "node:test";
import { hush, keepSounds, play, soundKept } from "./sound.ts";

/** A browser's player as far as a page asks it. */
class Player {
  static last: Player;
  onended = () => {};
  onpause = () => {};
  onerror = () => {};
  url: string;
  constructor(url: string) {
    this.url = url;
    Player.last = this;
  }
  play = (): Promise<void> => (this.url === "/mute" ? Promise.reject(Object.assign(new Error(), { name: "NotAllowedError" })) : this.url === "/none" ? Promise.reject(new Error()) : Promise.resolve());
  pause = (): void => this.onpause();
}

for (const [name, url, then, heard] of [
  ["what has ended was played", "/a", () => Player.last.onended(), "played"],
  ["what was hushed was heard enough", "/a", hush, "played"],
  ["the next sound hushes the one before", "/a", () => void play("/b"), "played"],
  ["a file that is broken failed", "/a", () => Player.last.onerror(), "failed"],
  ["a browser that wants a touch first is said to be blocked", "/mute", () => {}, "blocked"],
  ["one that cannot play at all failed", "/none", () => {}, "failed"],
] as const)
  test(name, async () => {
    Object.assign(globalThis, { Audio: Player });
    const sounding = play(url);
    then();
    assert.equal(await sounding, heard);
  });

test("what was kept is played from here, what was not from the server", async () => {
  const asked: string[] = [];
  globalThis.fetch = (async (address: string) => {
    asked.push(address);
    return { ok: address !== "/none", headers: { get: () => null }, json: async () => ({}), blob: async () => new Blob(["x"]) };
  }) as never;
  URL.createObjectURL = () => "blob:kept";
  await keepSounds(["/one", "/none", "/two"]);
  assert.deepEqual(asked, ["/one", "/none"]);
  assert.deepEqual(["/one", "/two"].map(soundKept), ["blob:kept", "/two"]);
});
