// The developers' page: Swagger UI is given the hall's own description and asks nobody else.
import assert from "node:assert/strict";
import test from "node:test";
import { open, walk } from "@web/testing/page.ts";

walk("the developers' page", () => {
  test("draws the hall's own description", async () => {
    const drawn: { url: string; validatorUrl: unknown }[] = [];
    await open(async () => {
      window.SwaggerUIBundle = (options) => drawn.push(options);
      await import("./docs.tsx");
    });
    assert.deepEqual(drawn.map(({ url, validatorUrl }) => [url, validatorUrl]), [["/openapi.json", null]]);
  });
});
