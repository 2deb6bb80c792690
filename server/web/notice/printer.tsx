// Which printer a paper comes out of, or none.
import { tx } from "../language/i18n.ts";
import type { PrinterChoice } from "../wire.ts";
import { t } from "./texts.ts";
import "./notice.css";

export const PrinterAtHand = ({ printers, printer, choose }: { printers: readonly PrinterChoice[]; printer: string; choose: (printer: string) => void }) => (
  <label class="printer">
    {t("printer")}
    <select value={printer} onChange={(event) => choose(event.currentTarget.value)}>
      {printers.map((one) => <option key={one.id} value={one.id}>{tx(one.name)}{one.down ? ` · ${t("down")}` : ""}</option>)}
      <option value="">{t("no_printer")}</option>
    </select>
  </label>
);
