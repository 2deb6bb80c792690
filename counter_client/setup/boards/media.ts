// Brings a file to the server and tells how far it has come.
import type { At } from "@web/dialogue/addresses.ts";
import { refusal } from "@web/dialogue/post.ts";
import { noAnswer } from "@web/dialogue/refusal.ts";
import type { KeptMedium } from "@web/wire.ts";
import { token } from "../draft/http.ts";

// What is worth sending to the server, and what a file is called.

const MIB = 1024 * 1024;

/** Said here already: a server that stops listening to a body halfway cannot say why. */
export const tooLarge = ({ size, type }: { size: number; type: string }): boolean => size > (type.startsWith("image/") ? 5 : 20) * MIB;

/** "用电安全.png" is called 用电安全. */
export const plainName = (file: string): string => file.replace(/\.[A-Za-z0-9]{2,5}$/, "");

const MEDIA: At<"post"> = "/api/media";

/** XMLHttpRequest, because fetch tells nothing of an upload's progress. Throws a Refusal. */
export function upload(file: Blob, onProgress: (part: number) => void): Promise<KeptMedium> {
  return new Promise((keep, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", MEDIA);
    request.setRequestHeader("Authorization", `Bearer ${token()}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => fail(noAnswer());
    request.onload = () => {
      const body = request.response;
      if (request.status === 200) keep(body);
      else fail(body?.code ? refusal(body) : noAnswer());
    };
    request.send(file);
  });
}
