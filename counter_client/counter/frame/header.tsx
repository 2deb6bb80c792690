// The top line: which counter, how it stands, whose it is.
import { clockText, now } from "@web/time/clock.ts";
import { t as catalogue } from "@web/catalogue/texts.ts";
import { t as find } from "@web/find/texts.ts";
import { tx } from "@web/language/i18n.ts";
import { OwnName } from "@web/access/own_access.tsx";
import { Language } from "@web/drawing/language.tsx";
import { Badge, Button, onPointer } from "@web/drawing/parts.tsx";
import type { Actor } from "@web/dialogue/protocol.ts";
import { loginOf } from "@web/dialogue/session.ts";
import type { CounterView } from "@web/wire.ts";
import type { Desk } from "../desk/desk.ts";
import { FIND_KEY, LOOK_UP_KEY } from "../keys/keys.ts";
import { logOut } from "../desk/lock.ts";
import { moment } from "../keys/moments.ts";
import { t } from "../texts.ts";

/** Nobody walks off from a counter that still calls: the sign goes up first. */
async function leave(desk: Desk, view: CounterView): Promise<void> {
  if (view.ticket) return desk.do("close"); // says why not
  if (view.state === "closed" || (await desk.ask({ type: "close_counter", counter: view.counter }))) {
    await logOut(view.counter);
  }
}

export function Header({ desk, view, actor }: { desk: Desk; view: CounterView; actor: Actor | null }) {
  const state = moment(view.state);
  return (
    <header class="top">
      <h1 data-fit>{tx(view.name)}</h1>
      <span class={`state ${state}`}>{t(state)}</span>
      <span class="serves" title={tx(view.profile_name)}>{tx(view.profile_name)}</span>
      {actor && view.staff && view.staff !== loginOf(actor.id) && <Badge tone="near">{t("opened_by", { staff: view.staff })}</Badge>}
      <span class="served">{t("served", { n: view.served })}</span>
      <Button aria-keyshortcuts={FIND_KEY} onClick={onPointer(() => (desk.finding.value = true))}>{find("find")} <kbd aria-hidden="true">{FIND_KEY}</kbd></Button>
      {!view.ticket && <Button aria-keyshortcuts={LOOK_UP_KEY} onClick={onPointer(() => (desk.lookingUp.value = true))}>{catalogue("guide")} <kbd aria-hidden="true">{LOOK_UP_KEY}</kbd></Button>}
      <time>{clockText(now.value)}</time>
      {actor && (
        <span class="clerk">
          <OwnName actor={actor} screen="counter" place={view.counter} /> {t("clerk", { staff: loginOf(actor.id) })}
        </span>
      )}
      <Language icon={undefined} />
      <Button kind="quiet" onClick={onPointer(() => void leave(desk, view))}>
        {t("log_out")}
      </Button>
    </header>
  );
}
