// The twin test of file.tsx's letters.
import assert from "node:assert/strict";
import test from "node:test";
import { lettersOf } from "./file.tsx";

const bytes = (...all: number[]) => new Uint8Array(all);

test("UTF-8 is read, with or without its mark", () => {
  assert.equal(lettersOf(new TextEncoder().encode("名称 = 1")), "名称 = 1");
  assert.equal(lettersOf(bytes(0xef, 0xbb, 0xbf, 0x61)), "a");
});

test("what Notepad saved as ANSI or as Unicode is read, too", () => {
  assert.equal(lettersOf(bytes(0xc9, 0xe8, 0xd6, 0xc3)), "设置"); // GBK
  assert.equal(lettersOf(bytes(0xff, 0xfe, 0xbe, 0x8b)), "设");
});

test("a picture is no text", () => assert.equal(lettersOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00)), null));
