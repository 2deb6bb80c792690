// A chosen file's bytes as text, or why they are none; editors on Chinese machines like to save as GBK.

export type Unreadable = "gbk" | "utf16" | "other" | "large";
export type FileText = { text: string } | { no: Unreadable };

export const LARGEST = 512 * 1024;

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const hasZero = (bytes: Uint8Array): boolean => bytes.indexOf(0) >= 0;
const isMarked16 = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

export function fileText(bytes: Uint8Array): FileText {
  if (bytes.length > LARGEST) return { no: "large" };
  if (isMarked16(bytes)) return { no: "utf16" };
  if (hasZero(bytes)) return { no: "other" };
  const text = decoded(bytes, "utf-8");
  if (text !== null) return { text };
  return { no: decoded(bytes, "gbk") === null ? "other" : "gbk" };
}
