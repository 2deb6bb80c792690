// Who is expected on a day, what became of it; and the code that a customer brings.
import { useState } from "preact/hooks";
import { Button, Dialog } from "../drawing/parts.tsx";
import { grouped } from "../hall/code.ts";
import { tx } from "../language/i18n.ts";
import { clockText } from "../time/clock.ts";
import type { Expected } from "../wire.ts";
import { t } from "./texts.ts";

interface Props {
  expected: readonly Expected[];
  checkIn: (code: string) => Promise<boolean>;
  cancel: (code: string) => Promise<void>;
}

export function ExpectedToday({ expected, checkIn, cancel }: Props) {
  const [typed, type] = useState("");
  const [leaving, leave] = useState<Expected | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (typed.trim() && (await checkIn(typed))) type("");
  };
  return (
    <section class="expected" aria-label={t("expected")}>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {t("by_code")}
          <input type="text" autocomplete="off" autocapitalize="characters" maxLength={200} placeholder={t("by_code_help")} value={typed} onInput={(event) => type(event.currentTarget.value)} />
        </label>
        <Button big type="submit">{t("check_in")}</Button>
      </form>
      <h2>{t("expected")}</h2>
      {!expected.length && <p class="faint">{t("nobody")}</p>}
      <ul>
        {expected.map((one) => (
          <Line key={one.code} one={one} checkIn={checkIn} leave={leave} />
        ))}
      </ul>
      {leaving && (
        <Dialog title={t("cancel_sure")} onClose={() => leave(null)}>
          <p>{timeOf(leaving)} {tx(leaving.service_name)} {grouped(leaving.code)}</p>
          <div class="foot">
            <Button big onClick={() => leave(null)}>{t("cancel_no")}</Button>
            <Button big kind="danger" onClick={() => { leave(null); void cancel(leaving.code); }}>{t("cancel_yes")}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

const timeOf = ({ slot }: Expected): string => clockText(Date.parse(slot));

function Line({ one, checkIn, leave }: { one: Expected; checkIn: Props["checkIn"]; leave: (one: Expected) => void }) {
  const names = { time: timeOf(one), service: tx(one.service_name) };
  return (
    <li class={one.standing}>
      <b>{names.time}</b>
      <span class="what">
        {names.service}
        <small>{grouped(one.code)} · {t(`state_${one.standing as "booked"}`)}{one.number && ` ${one.number}`}</small>
      </span>
      {one.standing === "booked" && (
        <>
          <Button aria-label={t("check_in_one", names)} onClick={() => void checkIn(one.code)}>{t("check_in")}</Button>
          <Button kind="quiet" aria-label={t("cancel_one", names)} onClick={() => leave(one)}>{t("cancel")}</Button>
        </>
      )}
    </li>
  );
}
