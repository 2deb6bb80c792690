// The words beside a number in a list.
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact";
import { speak } from "../language/i18n.ts";
import { open, walk } from "../testing/page.ts";
import { Marks } from "./marks.tsx";

walk("what is said of a number in a list", () => {
  const shown = async (came_with: string, prepared = 0, brief = false) => {
    const page = await open(async () => {
      speak("zh");
      render(<Marks of={{ booked_for: null, came_with }} prepared={prepared} brief={brief} />, document.getElementById("app")!);
    });
    return page.reads("#app");
  };

  test("back with papers, with a pass, prepared: each by a word (B09, Q23)", async () => {
    assert.equal(await shown("missing", 2), "补件返回 已预受理 2");
    assert.equal(await shown("pass"), "二次优先");
    assert.equal(await shown("missing", 2, true), "补件 预办 2");
    assert.equal(await shown(""), "");
    assert.equal(await shown("what a newer server knows"), "");
  });
});
