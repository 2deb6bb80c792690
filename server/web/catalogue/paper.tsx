// A form on paper: its picture, or a sheet to fill in by hand where the hall has none; printed by the browser.
import { render, type ComponentChild } from "preact";
import { addressOf } from "../dialogue/addresses.ts";
import { tx } from "../language/i18n.ts";
import type { Business, Sheet, Text } from "../wire.ts";
import { t } from "./texts.ts";

const LINES = ["paper_name", "paper_card", "paper_customer", "paper_phone", "paper_address"] as const;

export const Paper = ({ sheet, business, hall }: { sheet: Sheet; business: Business; hall: Text }) =>
  sheet.file ? (
    <img src={addressOf("/media/{name}", { path: { name: sheet.file } })} alt={tx(sheet.name)} />
  ) : (
    <article>
      <p class="hall">{tx(hall)}</p>
      <h1>{tx(sheet.name)}</h1>
      <dl>
        <div><dt>{t("paper_business")}</dt><dd>{tx(business.name)}</dd></div>
        {LINES.map((line) => <div key={line}><dt>{t(line)}</dt><dd /></div>)}
      </dl>
      <p class="words">{t("paper_words")}</p>
      <p class="sign"><span>{t("paper_sign")}</span><span>{t("paper_date")}</span></p>
    </article>
  );

export const printSheet = (sheet: Sheet, business: Business, hall: Text): Promise<void> =>
  printAlone(<Paper sheet={sheet} business={business} hall={hall} />);

/** Opens the browser's own print with this alone. */
export async function printAlone(what: ComponentChild): Promise<void> {
  const root = document.documentElement;
  const page = document.createElement("div");
  page.className = "catalogue-paper";
  document.body.append(page);
  render(what, page);
  // A picture that does not come leaves its name on the paper.
  await page.querySelector("img")?.decode().catch(() => undefined);
  root.classList.add("prints-a-sheet");
  const done = () => {
    render(null, page);
    page.remove();
    root.classList.remove("prints-a-sheet");
  };
  addEventListener("afterprint", done, { once: true });
  print();
}
