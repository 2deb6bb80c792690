// Before the number: what this business needs and how else it is done; and the goodbye of who does it another way (Q17).
import { addressOf } from "@web/dialogue/addresses.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Icon, Wait } from "@web/drawing/parts.tsx";
import { Refusal } from "@web/dialogue/refusal.ts";
import type { KioskService, KioskView } from "@web/wire.ts";
import { useCountdown } from "../countdown.ts";
import { elder } from "../comfort/comfort.ts";
import { go, reset, segment, take } from "../flow.ts";
import { isLong, needsOf } from "../business/needs.ts";
import { Samples } from "./samples.tsx";
import { wayPictogram } from "../business/pictogram.ts";
import { peopleText } from "../business/standing.tsx";
import { t } from "../texts.ts";
import { back, spoken } from "../control_words.ts";
import { WordTile } from "../word_tile.tsx";

interface Props {
  view: KioskView;
  live: Live<KioskView>;
  service: string;
}

export const Needs = ({ service }: { service: KioskService }) => {
  const needs = needsOf(service);
  if (!needs.length) return null;
  return (
    <dl class="needs" data-fit>
      {needs.map(({ what, words }) => (
        <div key={what}>
          <dt>{t(what)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
};

export function Before({ view, live, service: id }: Props) {
  const service = view.services.find((s) => s.id === id);
  if (!service) return null;
  const { e_channels: ways, terminals } = service;
  const others = ways.length + terminals.length;
  const help = others ? t("channelsHelp", { service: tx(service.name) }) : `${peopleText(service)} · `;
  return (
    <section class={`ask channels${others ? "" : " alone"}${needsOf(service).length ? " bring" : ""}${isLong(needsOf(service)) ? " full" : ""}`} data-say={addressOf("/api/speech/{of}/{name}", { path: { of: "before", name: id }, query: segment.value ? { segment: segment.value } : {} })}>
      <div class="title" data-fit>
        <h1>{others ? t("channelsTitle") : tx(service.name)}</h1>
        <p data-gives={others ? 1 : undefined}>{help}{!others && <Wait wait={service.wait} />}</p>
      </div>
      {others ? <Needs service={service} /> : <div class="known"><Needs service={service} /><Samples service={service} /></div>}
      {others > 0 && (
        <ul class={others > 3 ? "many" : ""} data-fit>
          {terminals.map((at) => (
            <li key={at.id} class="terminal">
              <Icon name="screen" />
              <b>{t("terminalHere", { name: tx(at.name) })}</b>
              <span>{t("terminalAt", { zone: tx(at.zone) })}</span>
            </li>
          ))}
          {ways.map((way) => (
            <li key={way.name.zh}>
              <Icon name={wayPictogram(way.name.zh)} />
              <b>{tx(way.name)}</b>
              <span>{tx(way.hint)}</span>
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <Samples service={service} beside />}
      <div class={`tiles ${others ? "pair" : "pair one"}`}>
        {others > 0 && <WordTile word="usePhone" onClick={() => goElsewhere(live, id)} />}
        <WordTile word={others ? "stillTake" : "takeNow"} strong onClick={() => void take(live, service)} />
      </div>
      <div class="foot">
        <Button {...back()} icon="back" onClick={() => go({ at: "choose" })}>{t("back")}</Button>
      </div>
    </section>
  );
}

/** Counted by the hall where it can hear of it; the customer goes in any case. */
function goElsewhere(live: Live<KioskView>, service: string): void {
  go({ at: "elsewhere", service });
  live.ask({ type: "take_other_way", service }).catch((problem) => {
    if (!(problem instanceof Refusal)) throw problem;
  });
}

const SECONDS = { usual: 30, elder: 60 }; // there is no paper: it has to be read, and scanned

export function Elsewhere({ view, service: id }: Omit<Props, "live">) {
  const [left, stay] = useCountdown(elder.value ? SECONDS.elder : SECONDS.usual, false, reset);
  const service = view.services.find((s) => s.id === id);
  if (!service) return null;
  const { e_channels: ways, terminals } = service;
  return (
    <section class="ask elsewhere">
      <div class="title" data-fit>
        <h1>{t("elsewhereTitle", { service: tx(service.name) })}</h1>
        <p data-gives={1}>{t("elsewhereHelp")}</p>
      </div>
      <ul class={`ways n${Math.min(ways.length + terminals.length, 7)}`}>
        {terminals.map((at) => (
          <li key={at.id} class="terminal" data-fit>
            <Icon name="screen" />
            <div>
              <b>{t("terminalHere", { name: tx(at.name) })}</b>
              <span data-gives={1}>{t("terminalAt", { zone: tx(at.zone) })}</span>
            </div>
          </li>
        ))}
        {ways.map((way, nth) => (
          <li key={way.name.zh} data-fit class={way.url ? "coded" : ""}>
            {way.url ? (
              <img src={addressOf("/api/ways/{service}/{nth}.svg", { path: { service: id, nth: String(nth) } })} alt={t("scanWay", { way: tx(way.name) })} />
            ) : (
              <Icon name={wayPictogram(way.name.zh)} />
            )}
            <div>
              <b>{tx(way.name)}</b>
              <span data-gives={1}>{tx(way.hint)}</span>
            </div>
          </li>
        ))}
      </ul>
      <div class="foot">
        <Button {...spoken("stay")} icon="clock" onClick={stay}>{t("stay")}</Button>
        <p class="faint">{t("leaving", { seconds: left })}</p>
        <Button {...spoken("finish")} kind="primary" icon="check" onClick={reset}>{t("finish")}</Button>
      </div>
    </section>
  );
}
