// The gifts: how many are left, which run low, and what was counted (R07).
import { useSignal } from "@preact/signals";
import { yuan } from "@web/hall/gifts.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Dialog, notify, notifyRefusal, StateMark } from "@web/drawing/parts.tsx";
import type { GiftRow, ManagerView } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { hide } from "../dialogs.ts";

export function StockDialog({ view, live, acts }: { view: ManagerView; live: Live<ManagerView>; acts: boolean }) {
  return (
    <Dialog title={t("stock")} onClose={hide}>
      {!view.stock.length && <p class="today">{t("no_gifts")}</p>}
      <ul class="gifts">{view.stock.map((gift) => <Gift key={gift.id} gift={gift} live={live} acts={acts} />)}</ul>
      <p class="choices"><Button onClick={hide}>{t("close")}</Button></p>
    </Dialog>
  );
}

function Gift({ gift, live, acts }: { gift: GiftRow; live: Live<ManagerView>; acts: boolean }) {
  const counted = useSignal("");
  const name = tx(gift.name);
  const submit = (event: Event) => {
    event.preventDefault();
    const pieces = Number(counted.value);
    void live.ask({ type: "set_stock", gift: gift.id, pieces }).then(() => {
      counted.value = "";
      notify(t("counted", { name, n: pieces }), "good");
    }, notifyRefusal);
  };
  return (
    <li>
      <p><b>{name}</b> <small>{t("cost", { yuan: yuan(gift.unit_cost_fen) })}</small></p>
      <p><b>{t("pieces", { n: gift.stock })}</b> <Level gift={gift} /></p>
      {acts && (
        <form onSubmit={submit}>
          <input type="number" inputMode="numeric" min={0} max={9999} step={1} required aria-label={t("pieces_of", { name })} value={counted} onInput={(event) => (counted.value = event.currentTarget.value)} />
          <Button type="submit" aria-label={t("count_this", { name })}>{t("count")}</Button>
        </form>
      )}
    </li>
  );
}

function Level({ gift }: { gift: GiftRow }) {
  if (gift.stock > 0 && !gift.usable) return <StateMark state="over" text={t("over_cap")} />;
  if (!gift.stock) return <StateMark state="over" text={t("out")} />;
  return gift.low ? <StateMark state="near" text={t("low")} /> : <StateMark state="good" text={t("stock_fine")} />;
}
