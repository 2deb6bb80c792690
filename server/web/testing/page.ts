// A page under test: its own program in a window of its own, with the test as its hall. What is asserted is what a
// person reads and what the page asks for, never how it is built. Time stands still until the test lets it pass.
import { options } from "preact";
import { after, describe, mock } from "node:test";
import assert from "node:assert/strict";

declare global {
  var openWindow: (url: string, width: number, height: number) => { close(): void };
}

/** 10:30 on a Wednesday, in the hall's own zone. */
export const NOW = Date.parse("2024-07-10T02:30:00Z");
export const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

type Body = Record<string, any>;
/** What an address answers: a body, or what makes one; a thrown `Refused` is said "no" with. */
export type Answers = Record<string, unknown>;

export class Refused extends Error {
  body: Body;
  constructor(code: string, zh: string, en: string) {
    super(code);
    this.body = { code, text: { zh, en }, fields: {} };
  }
}

class Socket {
  static OPEN = 1;
  static opened: Socket[] = [];
  readyState = 0;
  messages: Body[] = [];
  onopen = () => {};
  onclose = () => {};
  onmessage = (_event: { data: string }) => {};

  constructor() {
    Socket.opened.push(this);
  }
  send(text: string) {
    this.messages.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
    this.onclose();
  }
}

export interface Opened {
  url?: string;
  width?: number;
  height?: number;
  /** What the browser asks for, the best first. */
  languages?: readonly string[];
  /** Kept on the device before it is opened, by its key. */
  kept?: Record<string, string>;
  answers?: Answers;
  /** What the shell of the page says of the hall. */
  data?: Record<string, string>;
}

const flush = async () => {
  for (let n = 0; n < 3; n++) await new Promise((done) => setImmediate(done));
};

const words = (node: Node): string =>
  node.nodeType === 3 ? (node.nodeValue ?? "") : ` ${Array.from(node.childNodes, words).join("")} `;
const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** As a screen reader would call it. */
const nameOf = (node: Element): string => node.getAttribute("aria-label") || words(node);

export class Page {
  asked: string[] = [];
  /** What was sent with each address that is not only read. */
  sent: Record<string, Body> = {};
  reloads = 0;
  sounds: string[] = [];
  endSound = () => {};
  answers: Answers;
  mute = false;
  private sinceBeat = 0;
  private asks: Body[] = [];

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** Everything that is written on the page, or on a part of it. */
  reads(part = "body"): string {
    return Array.from(document.querySelectorAll(part), (node) => tidy(words(node))).join(" | ");
  }

  find(name: string | RegExp, part = "button, a, summary, [role=button]"): HTMLElement {
    const all = Array.from(document.querySelectorAll<HTMLElement>(part));
    const fits = (node: Element) => (typeof name === "string" ? tidy(nameOf(node)).includes(name) : name.test(tidy(nameOf(node))));
    const thing = all.find((node) => tidy(nameOf(node)) === name) ?? all.find(fits);
    assert.ok(thing, `nothing called ${String(name)} among ${all.map((node) => tidy(nameOf(node))).join(", ")}`);
    return thing!;
  }

  async tap(name: string | RegExp, part?: string): Promise<void> {
    this.find(name, part).click();
    await flush();
  }

  async key(key: string, code = "", on: EventTarget = document.activeElement ?? document.body): Promise<void> {
    on.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
    await flush();
  }

  /** Types into a field found by a selector, or by the words of its label. */
  async type(field: string, text: string): Promise<void> {
    const node = (document.querySelector(field.startsWith("label:") ? "x-none" : field) ?? this.labelled(field.replace("label:", ""))) as HTMLInputElement;
    node.value = text;
    for (const kind of ["input", "change"]) node.dispatchEvent(new Event(kind, { bubbles: true }));
    await flush();
  }

  /** The field that is called so. */
  labelled(text: string): Element {
    const label = Array.from(document.querySelectorAll("label")).find((one) => tidy(words(one)).includes(text));
    assert.ok(label, `no field called ${text}`);
    const named = label!.getAttribute("for");
    return (named ? document.getElementById(named) : label!.querySelector("input, select, textarea"))!;
  }

  /** What is being played comes to its end. */
  async soundEnds(): Promise<void> {
    this.endSound();
    await flush();
  }

  /** Sends the form that holds `name`, or the only one. */
  async submit(part = "form"): Promise<void> {
    document.querySelector(part)!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await flush();
  }

  /** Time passes, and the hall beats every five seconds unless it is `mute`. */
  async passes(seconds: number): Promise<void> {
    for (let n = 0; n < seconds; n++) {
      mock.timers.tick(1000);
      await flush();
      if (!this.mute && ++this.sinceBeat % 5 === 0 && this.newest?.readyState === Socket.OPEN) await this.beat();
    }
  }

  private get newest(): Socket | undefined {
    return Socket.opened[Socket.opened.length - 1];
  }

  private get socket(): Socket {
    assert.ok(this.newest, "the page has opened no socket");
    return this.newest!;
  }

  /** The hall says something; a page that has not greeted it yet does so first. */
  async hears(message: Body): Promise<void> {
    const socket = this.socket;
    if (!socket.readyState) {
      socket.readyState = Socket.OPEN;
      socket.onopen();
    }
    socket.onmessage({ data: JSON.stringify(message) });
    await flush();
  }

  welcome = (actor: Body = {}): Promise<void> =>
    this.hears({ type: "welcome", protocol: 1, build: "b1", time: new Date(Date.now()).toISOString(), zone: "Asia/Shanghai", hall: { zh: "示例", en: "Sample" }, actor: { kind: "person", id: "person:1101", name: "李敏", role: "hall_manager", place: "", ...actor } });
  view = (view: object): Promise<void> => this.hears({ type: "view", seq: 1, view });
  beat = (more: Body = {}): Promise<void> => this.hears({ type: "beat", time: new Date(Date.now()).toISOString(), build: "b1", zone: "Asia/Shanghai", faults: [], ...more });

  /** The server is gone. */
  async cut(): Promise<void> {
    this.socket.close();
    await flush();
  }

  /** What was asked for since it was last looked at. */
  takes(): Body[] {
    const commands = this.socket.messages.filter((one) => one.type !== "hello");
    this.socket.messages.length = 0;
    this.asks.push(...commands);
    return commands.map(({ id: _, ...rest }) => rest);
  }

  /** What a press asks of the hall. */
  async asksBy(press: () => Promise<void>): Promise<Body[]> {
    this.takes();
    await press();
    return this.takes();
  }

  hello = (): Body => this.socket.messages.find((one) => one.type === "hello") ?? {};

  /** Answers the newest ask. */
  /** Answers the newest ask, or the one as many before it. */
  async done(result: Body = {}, back = 1): Promise<void> {
    this.takes();
    await this.hears({ type: "done", id: this.asks[this.asks.length - back]!.id, seq: 2, result });
  }

  async refuse(zh: string, en: string, code = "wrong_state"): Promise<void> {
    this.takes();
    await this.hears({ type: "refused", id: this.asks[this.asks.length - 1]!.id, code, text: { zh, en }, fields: {} });
  }
}

function fetching(page: Page) {
  return async (address: string, init: { method?: string; body?: string } = {}): Promise<unknown> => {
    const path = address.split("?")[0]!;
    page.asked.push(address);
    if (init.body) page.sent[path] = JSON.parse(init.body);
    const key = address in page.answers ? address : path;
    if (!(key in page.answers)) throw new TypeError("the server is away");
    const known = page.answers[key];
    try {
      const body = typeof known === "function" ? known(page.sent[path] ?? {}, address) : known;
      return reply(body, true);
    } catch (no) {
      if (!(no instanceof Refused)) throw no;
      return reply(no.body, false);
    }
  };
}

const reply = (body: unknown, ok: boolean) => ({
  ok,
  json: async () => JSON.parse(JSON.stringify(body)),
  blob: async () => new Blob(),
  headers: { get: () => null },
});

/** Opens a page's program; the next one that is opened takes its place. */
export async function open(program: () => Promise<unknown>, { url = "/", width = 1920, height = 1080, languages = ["zh-CN"], kept = {}, answers = {}, data = {} }: Opened = {}): Promise<Page> {
  const page = new Page(answers);
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date", "setTimeout", "setInterval"], now: NOW });
  globalThis.openWindow(`http://hall.test${url}`, width, height);
  Object.defineProperty(navigator, "languages", { value: languages, configurable: true });
  performance.now = () => Date.now() - NOW;
  Socket.opened = [];
  Object.assign(globalThis, {
    WebSocket: Socket,
    fetch: fetching(page),
    Audio: class {
      src: string;
      onended = () => {};
      onpause = () => {};
      onerror = () => {};
      constructor(src: string) {
        page.sounds.push((this.src = src));
        page.endSound = () => this.onended();
      }
      async play() {}
      pause() {}
    },
  });
  location.reload = () => void page.reloads++;
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
  Object.assign(document.documentElement.dataset, { zone: "Asia/Shanghai", build: "b1", ...data });
  document.body.innerHTML = '<div id="app"></div>';
  options.requestAnimationFrame = (then) => void setImmediate(then);
  await program();
  await flush();
  return page;
}

/** Tests that go through one page, one after the other; afterwards time goes on again. */
export const walk = (name: string, tests: () => void): void =>
  describe(name, () => {
    after(() => mock.timers.reset());
    tests();
  });

/** Every one of these words is read; `part` says where. */
export function says(page: Page, part: string, ...expected: string[]): void {
  const read = page.reads(part);
  for (const one of expected) assert.ok(read.includes(one), `“${one}” is not in “${read}”`);
}

export function lacks(page: Page, part: string, ...unwanted: string[]): void {
  const read = page.reads(part);
  for (const one of unwanted) assert.ok(!read.includes(one), `“${one}” is in “${read}”`);
}
