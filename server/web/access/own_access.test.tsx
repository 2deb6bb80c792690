// One's own password and PIN, and letting a new screen in: the dialogs that several pages open.
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact";
import { speak } from "../language/i18n.ts";
import { Offered } from "../page/offered.tsx";
import { OwnName } from "./own_access.tsx";
import { PairingDialog, PlaceChoice } from "./pairing.tsx";
import { Toast } from "../drawing/parts.tsx";
import { lacks, open, Refused, says, walk, type Page } from "../testing/page.ts";

const shown = (what: Parameters<typeof render>[0], answers = {}, url = "/manager/"): Promise<Page> =>
  open(async () => {
    speak("zh");
    render(<>{what}<Toast /></>, document.getElementById("app")!);
  }, { answers, url, kept: { "hallqueue.manager.token": "m" } });

const actor = { kind: "person", id: "person:1207", name: "王芳", role: "clerk", place: "" };
const PLACES = [{ id: "1", name: { zh: "1 号窗口", en: "Counter 1" }, taken: true }, { id: "2", name: { zh: "2 号窗口", en: "Counter 2" }, taken: false }];
const ROLES = [
  { id: "window", name: { zh: "窗口屏", en: "Window display" }, needs_place: true, places: PLACES },
  { id: "evaluator", name: { zh: "评价器", en: "Evaluator" }, needs_place: true, places: PLACES },
];

walk("dialogs of every page", () => {
  test("a device has a name and nothing to change", async () => {
    const page = await shown(<OwnName actor={{ ...actor, kind: "device" } as never} screen="manager" place="" />);
    says(page, "#app", "王芳");
    assert.ok(!document.querySelector("button"));
  });

  test("a password is changed with the old one, and only when both new ones are alike", async () => {
    const page = await shown(<OwnName actor={actor as never} screen="manager" place="" />, { "/api/me/pin": { has_pin: true }, "/api/me/password": () => { throw new Refused("wrong_password", "现在的密码不对", "Wrong password"); } });
    await page.tap("王芳：修改密码和快捷码");
    says(page, "dialog", "至少 8 位。修改后，其他地方的登录全部失效，本页继续使用。", "已设置快捷码");
    const fill = async (now: string, once: string, again: string) => {
      for (const [name, value] of [["password", now], ["new", once], ["again", again]]) await page.type(`[name=${name}]`, value!);
      await page.submit();
    };
    await fill("old", "longer-one", "longer-two");
    says(page, "[role=alert]", "两次输入的新密码不一样");
    await fill("old", "longer-one", "longer-one");
    says(page, "[role=alert]", "现在的密码不对");
    page.answers["/api/me/password"] = { token: "renewed" };
    await fill("old", "longer-one", "longer-one");
    assert.equal(localStorage.getItem("hallqueue.manager.token"), "renewed");
    assert.equal(page.reloads, 1);
  });

  test("a PIN is set; what is wrong with it stands beside it", async () => {
    const page = await shown(<OwnName actor={actor as never} screen="manager" place="" />, { "/api/me/pin": { has_pin: false } });
    await page.tap("王芳：修改密码和快捷码");
    says(page, "dialog", "还没有快捷码");
    await page.type("[name=pin]", "2580");
    await page.submit("dialog form:nth-of-type(2)");
    says(page, "body", "快捷码已设置", "已设置快捷码");
    page.answers["/api/me/pin"] = () => { throw new Refused("weak_pin", "快捷码太简单", "The PIN is too simple"); };
    await page.submit("dialog form:nth-of-type(2)");
    says(page, "dialog [role=alert]", "快捷码太简单");
  });

  test("a screen is let in by its code, with good guesses for place and name", async () => {
    let closed = 0;
    const page = await shown(<PairingDialog token="m" onClose={() => closed++} />, {
      "/api/pairing": { waiting: [], roles: ROLES, names: ["窗口屏 2 号窗口"] }, "/api/pairing/K7F3MQ": { screen: "window", place: "", roles: ["window"], expires_at: "" }, "/api/pairing/AAAAAA": () => { throw new Refused("no_such_code", "没有这个配对码", "No such code"); }, "/api/pairing/confirm": {},
    });
    says(page, "dialog", "配对屏幕", "在新屏幕上打开网页，屏幕会显示配对码。");
    await page.type(".code-input", "aaaaaa");
    says(page, "dialog", "没有这个配对码");
    await page.type(".code-input", "k7f 3mq");
    says(page, "dialog", "窗口屏 · 等待确认", "1 号窗口 · 已有", "2 号窗口");
    await page.submit();
    assert.deepEqual(page.sent["/api/pairing/confirm"], { code: "K7F3MQ", name: "窗口屏 2 号窗口 2", role: "window", place: "2" });
    says(page, ".toasts", "窗口屏 2 号窗口 2 已配对，屏幕马上可用");
    assert.equal(closed, 1);
  });

  test("a kiosk in a hall without a printer is told so", async () => {
    const page = await shown(<PlaceChoice role={{ id: "kiosk", name: { zh: "取号机", en: "Kiosk" }, needs_place: false, places: [] }} place="" onChange={() => {}} />);
    says(page, "#app", "还没有打印机，可以先配对，以后再指定");
  });

  test("nobody is offered another identity where the address brings none", async () => {
    const page = await shown(<Offered screen="manager" place="" />);
    lacks(page, "body", "要换成另一个身份吗？");
  });
});
