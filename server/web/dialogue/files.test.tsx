// The twin test of files.ts: a picture is shown while it is there, and a file is saved by its name.
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact";
import { saveAs, usePicture } from "./files.ts";
import { open } from "../testing/page.ts";

const Picture = ({ of }: { of: Blob | null }) => <img src={usePicture(of) || undefined} />;
const draw = (of: Blob | null) => render(<Picture of={of} />, document.getElementById("app")!);
const shown = () => document.querySelector("img")!.getAttribute("src");

test("a picture has an address as long as it is shown", async () => {
  const page = await open(async () => draw(new Blob(["x"])), {});
  await page.passes(1);
  assert.ok(shown()?.startsWith("blob:"), String(shown()));
  draw(null);
  await page.passes(1);
  assert.ok(!shown());
});

test("a file is saved under its name", async () => {
  await open(async () => undefined, {});
  const taken: string[] = [];
  document.defaultView!.HTMLAnchorElement.prototype.click = function () {
    taken.push(this.download);
  };
  saveAs(new Blob(["x"]), "hall.toml");
  assert.deepEqual(taken, ["hall.toml"]);
});
