// The socket itself: opens it for ever, with jitter, and distrusts silence.

// How old the last news may be before a screen must say so.
export type Freshness = "fresh" | "updating" | "stale";

const UPDATING_AFTER = 6_000; // a beat comes every 5 s
const STALE_AFTER = 30_000;
const SILENCE = 12_000; // then the line is dead, whatever the socket believes

export const freshnessOf = (quiet: number): Freshness =>
  quiet > STALE_AFTER ? "stale" : quiet > UPDATING_AFTER ? "updating" : "fresh";

// How long to wait before trying the server again: doubling, capped, with full jitter for ever.
const FIRST = 250;
const LONGEST = 10_000;

/** Milliseconds before try number `tries` (0 is the first after a loss). */
export const delay = (tries: number, random: number = Math.random()): number =>
  50 + random * Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 10));

interface HallSocket {
  /** False where there is no line. */
  send(message: object): boolean;
  close(): void;
}

interface SocketEvents {
  hello: () => object;
  heard: (message: any) => void;
  lost: () => void;
}

export function openSocket(path: string, events: SocketEvents): HallSocket {
  let socket: WebSocket | undefined;
  let tries = 0;
  let retry = 0;
  let closed = false;

  const open = () => {
    const mine = (socket = new WebSocket(location.origin.replace(/^http/, "ws") + path));
    let watchdog = 0;
    const lost = () => {
      clearTimeout(watchdog);
      if (mine !== socket) return; // an old socket says goodbye late
      socket = undefined;
      events.lost();
      if (!closed) retry = window.setTimeout(open, delay(tries++));
    };
    const arm = () => {
      clearTimeout(watchdog);
      watchdog = window.setTimeout(() => {
        mine.close();
        lost();
      }, SILENCE);
    };
    mine.onopen = () => mine.send(JSON.stringify(events.hello()));
    mine.onmessage = (event) => {
      if (mine !== socket) return;
      arm();
      tries = 0; // only a line that speaks counts as a line
      events.heard(JSON.parse(event.data));
    };
    mine.onclose = lost;
    arm();
  };
  open();
  return {
    send: (message) => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
      socket?.close();
    },
  };
}
