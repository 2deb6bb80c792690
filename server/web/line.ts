// The socket itself: opens it for ever, with jitter, and distrusts silence.
import { delay } from "./backoff.ts";
import { SILENCE } from "./freshness.ts";

export interface Line {
  send(message: object): void;
  close(): void;
}

export interface LineEvents {
  hello: () => object;
  heard: (message: any) => void;
  lost: () => void;
}

export function openLine(path: string, events: LineEvents): Line {
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
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
      socket?.close();
    },
  };
}
