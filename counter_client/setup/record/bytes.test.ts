// The twin test of file_bytes.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { fileText, LARGEST } from "./file.tsx";

const bytes = (...all: number[]) => new Uint8Array(all);

test("UTF-8 is read, with or without its mark", () => {
  assert.deepEqual(fileText(new TextEncoder().encode("名称 = 1")), { text: "名称 = 1" });
  assert.deepEqual(fileText(bytes(0xef, 0xbb, 0xbf, 0x61)), { text: "a" });
});

test("GBK is told from what is no text at all", () => {
  assert.deepEqual(fileText(bytes(0xc9, 0xe8, 0xd6, 0xc3)), { no: "gbk" }); // 设置
  assert.deepEqual(fileText(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00)), { no: "other" });
});

test("Notepad's Unicode is told, too", () => assert.deepEqual(fileText(bytes(0xff, 0xfe, 0x61, 0x00)), { no: "utf16" }));

test("a film is not read through", () => assert.deepEqual(fileText(new Uint8Array(LARGEST + 1)), { no: "large" }));
