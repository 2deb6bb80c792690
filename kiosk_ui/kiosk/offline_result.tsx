// A number given without the server: large, with what becomes of it.
import { tx } from "@web/i18n.ts";
import { Icon } from "@web/parts.tsx";
import { elder } from "./comfort.ts";
import type { Given } from "./offline.ts";
import { ResultFoot } from "./result_foot.tsx";
import { t } from "./texts.ts";

const SECONDS = { usual: 20, elder: 30 }; // there is no paper to read it from afterwards

export function OfflineResult({ given }: { given: Given }) {
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
      <ResultFoot seconds={elder.value ? SECONDS.elder : SECONDS.usual} />
    </section>
  );
}
