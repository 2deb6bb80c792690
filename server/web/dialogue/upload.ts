// A file on its way to the hall. It may take as long as the line needs; how far it is can be shown.
import type { Answer } from "./addresses.ts";
import { refusal } from "./post.ts";
import { noAnswer } from "./refusal.ts";

/** XMLHttpRequest, because fetch tells nothing of an upload's progress. Throws a Refusal. */
export function upload<P extends "/api/media" | "/api/documents">(address: P, file: Blob, token: string, onProgress?: (part: number) => void): Promise<Answer<"post", P>> {
  return new Promise((keep, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onerror = () => fail(noAnswer());
    request.onload = () => {
      const body = request.response;
      if (request.status === 200) keep(body);
      else fail(body?.code ? refusal(body) : noAnswer());
    };
    request.send(file);
  });
}
