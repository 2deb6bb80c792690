// What the hall sees when several counters call at once.
import assert from "node:assert/strict";
import test from "node:test";
import { advance, begin, holdMs, learn, others, type Announced, type Hero } from "./hero.ts";

const call = (number: string, announcement = 1): Announced => ({ call: number, announcement, number });
const calls = (...numbers: string[]) => numbers.map((number) => call(number));
const HERO_MS = 5000;

/** Runs the board second by second and notes when each number took the large place. */
function watch(hero: Hero<Announced>, from: number, until: number) {
  const turns: [string | undefined, number][] = [];
  for (let now = from; now <= until; now += 500) {
    const next = advance(hero, now, HERO_MS);
    if (next.shown !== hero.shown) turns.push([next.shown?.number, now]);
    hero = next;
  }
  return { hero, turns };
}

test("what was called before the board came up stands still", () => {
  const hero = begin(calls("A003", "A002"), 0);
  assert.equal(hero.shown?.number, "A003");
  assert.equal(hero.fresh, false);
  assert.deepEqual(watch(hero, 0, 60_000).turns, []);
});

test("a call after a quiet while is large at once and flashes", () => {
  const hero = advance(learn(begin(calls("A001"), 0), calls("A002", "A001")), 60_000, HERO_MS);
  assert.equal(hero.shown?.number, "A002");
  assert.equal(hero.fresh, true);
});

test("a single next call leaves the hero its five seconds", () => {
  const hero = learn(advance(learn(begin<Announced>([], 0), calls("A001")), 0, HERO_MS), calls("A002", "A001"));
  assert.deepEqual(watch(hero, 500, 20_000).turns, [["A002", 5000]]);
});

test("a burst is shown in the order of the calls, each at least three seconds and the last five", () => {
  const hero = advance(learn(begin<Announced>([], 0), calls("A004", "A003", "A002", "A001")), 0, HERO_MS);
  assert.equal(hero.shown?.number, "A001");
  assert.deepEqual(watch(hero, 500, 30_000).turns, [["A002", 3000], ["A003", 6000], ["A004", 11_000]]);
});

test("calls that left the server's list before their turn are still shown", () => {
  let hero = advance(learn(begin<Announced>([], 0), calls("A002", "A001")), 0, HERO_MS);
  hero = learn(hero, calls("A009", "A008", "A007", "A006", "A005", "A004"));
  const { turns } = watch(hero, 500, 60_000);
  assert.deepEqual(turns.map(([number]) => number), ["A002", "A004", "A005", "A006", "A007", "A008", "A009"]);
});

test("a recall is a new turn, and replaces the same call when that still waits for its own", () => {
  let hero = advance(learn(begin<Announced>([], 0), calls("A002", "A001")), 0, HERO_MS);
  hero = learn(hero, [call("A002", 2), call("A001")]);
  assert.deepEqual(hero.unseen, [call("A002", 2)]);
  hero = watch(hero, 500, 20_000).hero;
  hero = advance(learn(hero, [call("A001", 2), call("A002", 2)]), 30_000, HERO_MS);
  assert.deepEqual(hero.shown, call("A001", 2));
});

test("the same view again changes nothing", () => {
  const hero = advance(learn(begin<Announced>([], 0), calls("A001")), 0, HERO_MS);
  const again = advance(learn(hero, calls("A001")), 9000, HERO_MS);
  assert.equal(again.since, 0);
  assert.equal(again.shown?.number, "A001");
});

test("a call that was taken back makes room for the newest that stands, without a flash", () => {
  const hero = advance(learn(begin(calls("A001"), 0), calls("A002", "A001")), 0, HERO_MS);
  const after = advance(learn(hero, calls("A001")), 9000, HERO_MS);
  assert.equal(after.shown?.number, "A001");
  assert.equal(after.fresh, false);
  assert.equal(advance(learn(after, []), 9000, HERO_MS).shown, null);
});

test("a call that was missed leaves at once, and so does its recall that had not had its turn", () => {
  let hero = advance(learn(begin(calls("A001"), 0), calls("A002", "A001")), 0, HERO_MS);
  hero = learn(hero, [call("A002", 2), call("A001")]);
  assert.equal(hero.unseen.length, 1);
  hero = advance(learn(hero, calls("A001")), 500, HERO_MS);
  assert.deepEqual([hero.shown?.number, hero.fresh, hero.unseen], ["A001", false, []]);
});

test("a call that was taken back while others wait for their turn makes way for them", () => {
  const hero = advance(learn(begin<Announced>([], 0), calls("A002", "A001")), 0, HERO_MS);
  assert.equal(advance(learn(hero, calls("A002")), 500, HERO_MS).shown?.number, "A002");
});

test("the five beside the hero are the newest others, unseen ones among them", () => {
  const hero = advance(learn(begin<Announced>([], 0), calls("A003", "A002", "A001")), 0, HERO_MS);
  assert.equal(hero.shown?.number, "A001");
  assert.deepEqual(others(hero, 5).map((c) => c.number), ["A003", "A002"]);
});

test("hero seconds below three still leave three", () => {
  const hero = learn(advance(learn(begin<Announced>([], 0), calls("A001")), 0, 1000), calls("A002", "A001"));
  assert.equal(holdMs(hero, 1000, 1000), 2000);
});
