// Brings a file to the server and tells how far it has come.
import type { KeptMedium } from "@web/wire.ts";
export type { KeptMedium } from "@web/wire.ts";
import { noAnswer } from "@web/refusal.ts";
import { SetupRefusal, token } from "../draft/http.ts";

/** XMLHttpRequest, because fetch tells nothing of an upload's progress. Throws a Refusal. */
export function upload(file: Blob, onProgress: (part: number) => void): Promise<KeptMedium> {
  return new Promise((keep, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/media");
    request.setRequestHeader("Authorization", `Bearer ${token()}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => fail(noAnswer());
    request.onload = () => {
      const body = request.response;
      if (request.status === 200) keep(body);
      else fail(body?.code ? new SetupRefusal(body.code, body.text, body.fields) : noAnswer());
    };
    request.send(file);
  });
}
