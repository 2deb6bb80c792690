// A number is under way; when the server is away the same wish is repeated and the customer is told.
import { Button } from "@web/parts.tsx";
import { reset } from "./flow.ts";
import { t } from "./texts.ts";

export const Issuing = ({ away }: { away: boolean }) => (
  <section class="notice" aria-live="polite">
    <div class="spinner" aria-hidden="true" />
    <h1>{t("issuing")}</h1>
    {away && <p>{t("issuingAway")}</p>}
    {away && <Button big icon="back" onClick={reset}>{t("stop")}</Button>}
  </section>
);
