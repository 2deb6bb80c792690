// The asks that have no answer yet: sent again under the same name after every reconnect, for 30 s.
import type { Ask, Command, Done, DoneOf } from "./protocol.ts";
import { noAnswer, Refusal } from "./refusal.ts";
import type { RefusedAsk } from "../wire.ts";

// Request names: 128 random bits, made once per wish and repeated with every try.
export function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const PATIENCE = 30_000;

interface Open {
  ask: Ask;
  resolve: (done: Done) => void;
  reject: (refusal: Refusal) => void;
  timer: ReturnType<typeof setTimeout>;
}

type Answer = Done | RefusedAsk;

export class Asks {
  private open = new Map<string, Open>();
  private send: (ask: Ask) => boolean;
  private heardPerhaps = new Set<string>(); // went out, and the hall may have heard it
  private patience: number;

  /** `send` may drop an ask while the line is down, and says so with `false`; `resend` brings it again. */
  constructor(send: (ask: Ask) => boolean, patience = PATIENCE) {
    this.send = send;
    this.patience = patience;
  }

  /** A given `name` makes this the same wish as an earlier ask that got no answer. */
  add<C extends Command>(command: C, name = newName()): Promise<DoneOf<C>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.settle(name)?.reject(noAnswer()), this.patience);
      const ask = { ...command, id: name };
      this.open.set(name, { ask, resolve: resolve as Open["resolve"], reject, timer });
      this.say(ask);
    });
  }

  answer(message: Answer): void {
    const open = this.settle(message.id);
    this.heardPerhaps.delete(message.id);
    if (message.type === "done") open?.resolve(message);
    else open?.reject(new Refusal(message.code, message.text, message.fields, message.problems));
  }

  /** Nobody waits for it any more: it is sent no more. Whether it was heard is not known. */
  forget(name: string): void {
    this.settle(name);
  }

  /** Takes a wish back that never went out; false where the hall may have heard it, and then nothing is changed. */
  withdraw(name: string): boolean {
    if (this.heardPerhaps.has(name)) return false;
    this.settle(name);
    return true;
  }

  resend(): void {
    this.open.forEach(({ ask }) => this.say(ask));
  }

  private say(ask: Ask): void {
    if (this.send(ask)) this.heardPerhaps.add(ask.id);
  }

  private settle(name: string): Open | undefined {
    const open = this.open.get(name);
    if (open) clearTimeout(open.timer);
    this.open.delete(name);
    return open;
  }
}
