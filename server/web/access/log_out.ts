// Out by one's own will: the next who sits down here logs in.
import { post } from "../dialogue/post.ts";
import { forgetToken, tokenOf } from "../dialogue/session.ts";

/** The token is forgotten here even when the server cannot be told. */
export async function logOut(screen: string, place = ""): Promise<void> {
  await post("/api/logout", { token: tokenOf(screen, place) }).catch(() => undefined);
  forgetToken(screen, place);
  location.reload();
}
