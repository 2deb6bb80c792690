import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cue } from "@web/dialogue/protocol.ts";
import { OneAtATime } from "./announcements.ts";

/** What a browser's player does as far as a board asks it: nothing ends by itself. */
class Player {
  static last: Player;
  src = "";
  volume = 1;
  error = null;
  playing = false;
  onended: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    Player.last = this;
  }
  play(): Promise<void> {
    this.playing = true;
    return Promise.resolve();
  }
  pause(): void {
    this.playing = false;
  }
}

const cue = (call: string): Cue => ({ type: "cue", cue: "speak", call, announcement: 1, number: "A001", counter: "1", sound: `/sounds/${call}.wav`, seconds: 3 });
const flag = (value: number | boolean) => ({ value, peek: () => value }) as never;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function board() {
  Object.assign(globalThis, { Audio: Player });
  const outcomes: string[] = [];
  const speaking = { value: false, peek: () => speaking.value };
  const line = new OneAtATime(flag(1), speaking as never, ({ call }, { outcome }) => outcomes.push(`${call} ${outcome}`));
  return { line, outcomes, player: Player.last };
}

test("what another board says now is not said late beside it", async () => {
  const { line, outcomes, player } = board();
  line.add(cue("c1"));
  line.hush(cue("c1"));
  await settled();
  assert.equal(player.playing, false);
  assert.deepEqual(outcomes, ["c1 failed"]);
});

test("a hush takes its own announcement and no other", async () => {
  const { line, outcomes, player } = board();
  for (const call of ["c1", "c2", "c3"]) line.add(cue(call));
  line.hush(cue("c2"));
  player.onended?.();
  await settled();
  assert.equal(player.src, "/sounds/c3.wav");
  player.onended?.();
  await settled();
  assert.deepEqual(outcomes, ["c1 played", "c3 played"]);
});
