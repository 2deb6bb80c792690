// A business that needs no queue: say so first, and let the customer take a number all the same (Q17).
import { tx } from "@web/i18n.ts";
import type { Live } from "@web/live.ts";
import { Button, Icon } from "@web/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { go, reset, settled, take } from "./flow.ts";
import { t } from "./texts.ts";

export function Channels({ view, live, service: id }: { view: KioskView; live: Live<KioskView>; service: string }) {
  const service = view.services.find((s) => s.id === id);
  if (!service) return null;
  return (
    <section class="ask channels">
      <div class="title" data-fit>
        <h1>{t("channelsTitle")}</h1>
        <p>{t("channelsHelp", { service: tx(service.name) })}</p>
      </div>
      <ul class={service.e_channels.length > 3 ? "many" : ""}>
        {service.e_channels.map((channel) => (
          <li key={channel.name.zh} data-fit>
            <Icon name="phone" />
            <b>{tx(channel.name)}</b>
            <span>{tx(channel.hint)}</span>
          </li>
        ))}
      </ul>
      <div class="tiles pair">
        <button type="button" class="tile word" disabled={!settled.value} onClick={reset}>
          <span class="name">{t("usePhone")}</span>
        </button>
        <button type="button" class="tile word strong" disabled={!settled.value} onClick={() => void take(live, service)}>
          <span class="name">{t("stillTake")}</span>
        </button>
      </div>
      <div class="foot">
        <Button icon="back" onClick={() => go({ at: "choose" })}>{t("back")}</Button>
      </div>
    </section>
  );
}
