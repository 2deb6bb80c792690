// A number given without the server: large, with what becomes of it.
import { tx } from "@web/i18n.ts";
import { Button, Icon } from "@web/parts.tsx";
import { elder } from "./comfort.ts";
import { useCountdown } from "./countdown.ts";
import { reset } from "./flow.ts";
import type { Given } from "./offline.ts";
import { t } from "./texts.ts";

const SECONDS = { usual: 20, elder: 30 }; // there is no paper to read it from afterwards

export function OfflineResult({ given }: { given: Given }) {
  const [left, stay] = useCountdown(elder.value ? SECONDS.elder : SECONDS.usual, false, reset);
  return (
    <section class="result offline">
      <div class="main" data-fit>
        <h1>
          <span class="label">{t("yourOffline")}</span>
          <span class="number">{given.number}</span>
        </h1>
        <p class="service">{tx(given.title)}</p>
        <p class="slip fault" role="status"><Icon name="alert" /> {t("offlineRemember")}{given.instead_of && <small>{t("offlinePaper")}</small>}</p>
      </div>
      <dl data-fit>
        <div><dd>{t("offlineLater")}</dd></div>
      </dl>
      <div class="foot">
        <Button icon="clock" onClick={stay}>{t("stay")}</Button>
        <p class="faint">{t("leaving", { seconds: left })}</p>
        <Button kind="primary" icon="check" onClick={reset}>{t("finish")}</Button>
      </div>
    </section>
  );
}
