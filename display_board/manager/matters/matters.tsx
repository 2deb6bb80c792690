// The board's first line: the worst thing in the hall and its remedy as a button; the others stand behind it, in order.
import { useSignal, useSignalEffect } from "@preact/signals";
import { now } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Dialog, Icon, notify, notifyRefusal, StateMark } from "@web/drawing/parts.tsx";
import { idle } from "@web/dialogue/reload.ts";
import type { ManagerView } from "@web/wire.ts";
import { show } from "../dialogs.ts";
import { matters, type Deed, type Matter } from "./matters.ts";
import { effect } from "./proposals.ts";
import { Proposals } from "./proposals.tsx";
import { t } from "./matters_texts.ts";

const BESIDE = 2; // so many stand beside the first; the rest is counted

interface Props {
  view: ManagerView;
  live: Live<ManagerView>;
  acts: boolean;
}

function act(deed: Deed, live: Live<ManagerView>): void {
  if ("show" in deed) return show(deed.show);
  Promise.all(deed.commands.map((command) => live.ask(command))).then(() => notify(t("done", { what: deed.label }), "good"), notifyRefusal);
}

export function Matters({ view, live, acts }: Props) {
  const open = useSignal(false);
  useSignalEffect(() => void (idle.value = !open.value));
  const all = matters(view, now.value);
  const [worst, ...others] = all;
  const proposals = <Proposals view={view} live={live} acts={acts} rows={view.proposals.filter((row) => row !== worst?.proposed)} />;
  if (!worst) {
    const well = !view.proposals.length;
    return <section class={`matters ${well ? "well" : "near"}`} aria-live="polite">{well && <p><Icon name="check" /> {t("all_well")}</p>}{proposals}</section>;
  }
  const rest = others.length - BESIDE;
  return (
    <section class={`matters ${worst.state}`} aria-label={t("title")}>
      <p class="worst" aria-live="polite"><StateMark state={worst.state} text={worst.what} /></p>
      {acts && worst.deed && <Do matter={worst} deed={worst.deed} live={live} first />}
      {worst.proposed && <p class="effect">{effect(worst.proposed, view)}</p>}
      <ul>{others.slice(0, BESIDE).map((one) => <li key={one.id}><StateMark state={one.state} text={one.what} /></li>)}</ul>
      {others.length > 0 && <Button kind="quiet" class="more" onClick={() => (open.value = true)}>{rest > 0 ? t("more", { n: rest }) : t("title")}</Button>}
      {proposals}
      {open.value && (
        <Dialog title={t("title")} onClose={() => (open.value = false)} wide>
          <ul class="all-matters">
            {all.map((one) => <li key={one.id} class={one.state}><StateMark state={one.state} text={one.what} /> {acts && one.deed && <Do matter={one} deed={one.deed} live={live} />}</li>)}
          </ul>
          <p class="choices"><Button onClick={() => (open.value = false)}>{t("close")}</Button></p>
        </Dialog>
      )}
    </section>
  );
}

const Do = ({ matter, deed, live, first }: { matter: Matter; deed: Deed; live: Live<ManagerView>; first?: boolean }) => (
  <Button big={first} kind={first ? "primary" : "secondary"} aria-label={`${deed.label}：${matter.what}`} onClick={() => act(deed, live)}>{deed.label}</Button>
);
