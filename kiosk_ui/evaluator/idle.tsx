// Between customers: which counter, who serves; numbers and no names.
import { tx } from "@web/i18n.ts";
import { Icon } from "@web/parts.tsx";
import type { EvaluatorView } from "@web/wire.ts";
import { t } from "./texts.ts";

export const Idle = ({ view }: { view: EvaluatorView }) => (
  <section class="resting">
    <p class="badge-card" aria-hidden="true">
      <Icon name="guide" />
    </p>
    <div>
      <h1>{tx(view.name)}</h1>
      <p class="staff">
        {view.staff ? (
          <>
            {t("staff")} <b class="number">{view.staff}</b>
          </>
        ) : (
          t("closed")
        )}
      </p>
      <p class="faint">{view.staff ? t("rate_me") : t("welcome")}</p>
    </div>
  </section>
);
