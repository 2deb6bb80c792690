import assert from "node:assert/strict";
import test from "node:test";
import "../testing/page.ts";
import { firstGuess, speak, spokenWith, startInOwn, switchTo, wanted, type Lang, type Reader } from "./reader.ts";

/** A device with a browser of these languages on which nobody has chosen yet. */
const device = (languages: readonly string[]) => {
  globalThis.openWindow("http://hall.test/", 800, 600);
  Object.defineProperty(navigator, "languages", { value: languages, configurable: true });
  startInOwn();
};

/** What the hall keeps of people, whichever device they are at; `deaf`: it cannot be reached. */
const hall = () => {
  const kept: Record<string, Lang> = {};
  const told: string[] = [];
  const at = { deaf: false };
  const here = (id: string): Reader => ({
    id,
    language: kept[id] ?? "",
    keep: async (language) => {
      if (at.deaf) throw new Error("away");
      told.push(`${id} ${language}`);
      kept[id] = language;
    },
  });
  return { here, told, at };
};
const heard = () => new Promise((done) => setImmediate(done));

test("a screen without a reader of its own keeps nothing, and nobody's language follows them there", () => {
  globalThis.openWindow("http://hall.test/", 800, 600);
  switchTo("en");
  assert.equal(wanted.value, "en");
  assert.equal(localStorage.length, 0);
  speak("zh");
  spokenWith({ id: "person:1001", language: "en", keep: async () => {} });
  assert.equal(wanted.value, "zh");
});

test("a browser's first of the two languages is the first guess", () => {
  assert.equal(firstGuess(["de-DE", "en-GB", "zh-CN"]), "en");
  assert.equal(firstGuess(["fr", "zh-Hant-TW", "en"]), "zh");
  assert.equal(firstGuess(["ja"]), "en");
  assert.equal(firstGuess([]), "zh");
});

test("what was chosen without a person stays on the device, whatever the browser asks", () => {
  device(["en-US"]);
  assert.equal(wanted.value, "en");
  switchTo("zh");
  startInOwn();
  assert.equal(wanted.value, "zh");
});

test("a person's own language goes with them to a device that has never seen them", async () => {
  const { here, told } = hall();
  device(["zh-CN"]);
  spokenWith(here("person:1001"));
  assert.equal(wanted.value, "zh");
  switchTo("en");
  await heard();
  assert.deepEqual(told, ["person:1001 en"]);
  device(["zh-CN"]); // another console
  assert.equal(wanted.value, "zh");
  spokenWith(here("person:1001"));
  assert.equal(wanted.value, "en");
  startInOwn(); // their next page, before it knows who is there: never first in one and then in the other
  assert.equal(wanted.value, "en");
});

test("after a log-out the device speaks its own again, and the next one is not given the last one's", async () => {
  const { here } = hall();
  device(["zh-CN"]);
  spokenWith(here("person:1001"));
  switchTo("en");
  await heard();
  spokenWith(null);
  assert.equal(wanted.value, "zh");
  spokenWith(here("person:1201"));
  assert.equal(wanted.value, "zh");
});

test("a choice at the log-in is the device's and then theirs", async () => {
  const { here, told } = hall();
  device(["zh-CN"]);
  spokenWith(null);
  switchTo("en");
  spokenWith(here("person:1001"));
  await heard();
  assert.equal(wanted.value, "en");
  assert.deepEqual(told, ["person:1001 en"]);
  spokenWith(null);
  assert.equal(wanted.value, "en");
});

test("a line that comes back changes nothing of what is read", async () => {
  const { here } = hall();
  device(["zh-CN"]);
  spokenWith(here("person:1001"));
  spokenWith({ ...here("person:1001"), language: "en" }); // chosen meanwhile at another screen
  assert.equal(wanted.value, "zh");
});

test("a choice the hall could not hear is told at the next log-in", async () => {
  const { here, told, at } = hall();
  device(["zh-CN"]);
  spokenWith(here("person:1001"));
  at.deaf = true;
  switchTo("en");
  await heard();
  spokenWith(null);
  at.deaf = false;
  spokenWith(here("person:1001"));
  assert.equal(wanted.value, "en");
  await heard();
  assert.deepEqual(told, ["person:1001 en"]);
});

test("the last of two quick choices is the one that is kept", async () => {
  const { here, told } = hall();
  device(["zh-CN"]);
  spokenWith(here("person:1001"));
  switchTo("en");
  switchTo("zh");
  await heard();
  await heard();
  assert.deepEqual(told, ["person:1001 en", "person:1001 zh"]);
  device(["en-US"]);
  spokenWith(here("person:1001"));
  assert.equal(wanted.value, "zh");
});
