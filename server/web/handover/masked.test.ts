import assert from "node:assert/strict";
import test from "node:test";
import { masked } from "./masked.ts";

test("Q21: of a telephone number the first and the last figures alone leave the page, as the hall itself would keep it", () => {
  const kept = ["13812345678", "138-1234-5678", "(0571) 8765 4321", "87654321", "8765432"].map(masked);
  assert.deepEqual(kept, ["138****5678", "138****5678", "057****4321", "****4321", "****5432"]);
  assert.deepEqual(["", "12345", "张三", "1".repeat(16)].map(masked), [null, null, null, null]);
});
