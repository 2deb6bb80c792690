// The browser of the pages' tests: loaded before them, it gives each page that is opened a window of its own.
// Not TypeScript, because the window's own types would bring Node's into every page.
import { Window } from "happy-dom";

const OWN = new Set(["undefined", "NaN", "Infinity", "globalThis", "console", "process", "performance", "queueMicrotask", "setImmediate", "clearImmediate", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "fetch", "crypto", "Date", "Intl", "JSON", "Math", "Promise"]);
const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

/** Makes a window the one that every module loaded from now on finds. */
globalThis.openWindow = (url, width, height) => {
  const made = new Window({ url, width, height, settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true } });
  const names = new Set([...Object.getOwnPropertyNames(made), ...Object.getOwnPropertyNames(Object.getPrototypeOf(made))]);
  for (const name of names) {
    if (OWN.has(name) || name in Object.prototype || /^[A-Z]/.test(name) && name in globalThis && !/^(Event|CustomEvent|FormData|DOMException|EventTarget|AbortController)$/.test(name)) continue;
    const value = made[name];
    put(name, typeof value === "function" && !/^[A-Z]/.test(name) ? value.bind(made) : value);
  }
  put("window", globalThis);
  put("requestAnimationFrame", (then) => setTimeout(() => then(Date.now()), 16));
  put("cancelAnimationFrame", (frame) => clearTimeout(frame));
  put("print", () => {});
  // A canvas that takes every stroke and shows none: what a chart says in words is what is looked at.
  const canvas = new Proxy({}, { get: (drawn, name) => drawn[name] ?? (() => ({ width: 10 })), set: (drawn, name, value) => ((drawn[name] = value), true) });
  made.HTMLCanvasElement.prototype.getContext = () => canvas;
  put("Path2D", class { moveTo() {} lineTo() {} rect() {} arc() {} closePath() {} });
  return made;
};

globalThis.openWindow("http://hall.test/", 1920, 1080); // for modules that look at the page while they load
