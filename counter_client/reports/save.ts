// Fetches a file with this page's token and hands it to the browser to save.
import { bearer } from "@web/post.ts";
import { noAnswer, Refusal } from "@web/refusal.ts";
import { tokenOf } from "@web/session.ts";

export async function save(address: string, usualName: string): Promise<string> {
  const answer = await fetch(address, { headers: bearer(tokenOf("manager", "")), cache: "no-store" }).catch(() => {
    throw noAnswer();
  });
  if (!answer.ok) {
    const no = await answer.json();
    throw new Refusal(no.code, no.text, no.fields);
  }
  const given = /filename="?([^";]+)"?/.exec(answer.headers.get("content-disposition") ?? "");
  const name = given?.[1] ?? usualName;
  const address_here = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address_here;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address_here), 10_000);
  return name;
}
