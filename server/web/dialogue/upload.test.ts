import assert from "node:assert/strict";
import test from "node:test";
import { orRefusal, Refusal } from "./refusal.ts";
import { upload } from "./upload.ts";

/** A browser's own request, as far as a file needs it. */
class Request {
  static status = 200;
  static answer: object | null = null;
  static opened: string[] = [];
  upload = { onprogress: (_: { loaded: number; total: number }) => {} };
  onload = () => {};
  onerror = () => {};
  responseType = "";
  get status() { return Request.status; }
  get response() { return Request.answer; }
  open(way: string, address: string) { Request.opened.push(`${way} ${address}`); }
  setRequestHeader(name: string, value: string) { Request.opened.push(`${name}: ${value}`); }
  send() {
    this.upload.onprogress({ loaded: 1, total: 4 });
    if (Request.status) this.onload();
    else this.onerror();
  }
}
const bring = (status: number, answer: object | null, onProgress?: (part: number) => void) => {
  Object.assign(globalThis, { XMLHttpRequest: Request });
  [Request.status, Request.answer, Request.opened] = [status, answer, []];
  return orRefusal(upload("/api/media", new Blob(["x"]), "secret", onProgress));
};

test("a file is sent under its token, and how far it is is told", async () => {
  const parts: number[] = [];
  assert.deepEqual(await bring(200, { file: "ab.png" }, (part) => parts.push(part)), { file: "ab.png" });
  assert.deepEqual([Request.opened, parts], [["POST /api/media", "Authorization: Bearer secret"], [0.25]]);
});

test("a refusal is told in its words, silence as no answer", async () => {
  const no = await bring(415, { code: "not_media", text: { zh: "不是图片", en: "Not a picture" }, fields: {} });
  assert.ok(no instanceof Refusal && no.code === "not_media");
  for (const status of [0, 502]) {
    const silent = await bring(status, null);
    assert.ok(silent instanceof Refusal && silent.code === "no_answer");
  }
});
