// One search box over the whole catalogue, and the business that was asked for.
import { useEffect, useState } from "preact/hooks";
import { Button, Dialog } from "../drawing/parts.tsx";
import { tx } from "../language/i18n.ts";
import { BusinessPage, type Customer } from "./business.tsx";
import { businessOf, catalogue, renewCatalogue, search } from "./catalogue.ts";
import { t } from "./texts.ts";
import "./catalogue.css";

interface Props {
  /** The business that is opened at once; "" for none. */
  service: string;
  onClose: () => void;
  /** Whose papers that business is shown with. */
  of?: Customer | undefined;
  /** Books a time for the business, where that is done here. */
  book?: (service: string) => void;
}

export const LookUp = ({ service, onClose, of, book }: Props) => (
  <Dialog title={t("guide")} onClose={onClose} wide>
    <LookUpHere service={service} onClose={onClose} of={of} book={book} />
  </Dialog>
);

/** Without a dialog around it; what cannot be closed has no button for it. */
export function LookUpHere({ service, onClose, of, book }: Omit<Props, "onClose"> & Partial<Pick<Props, "onClose">>) {
  const [typed, type] = useState("");
  const [chosen, choose] = useState(service);
  useEffect(() => void renewCatalogue(), []); // it may say something else by now
  const known = catalogue.value;
  const open = businessOf(chosen);
  const hits = open || !known ? [] : search(known.businesses, typed);
  const change = (words: string) => {
    type(words);
    choose("");
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (hits[0]) choose(hits[0].business.id);
  };
  return (
    <>
      <form class="look-up" role="search" onSubmit={submit}>
        <input type="search" autocomplete="off" maxLength={40} aria-label={t("search")} placeholder={t("search")} value={typed} autofocus={!service && onClose !== undefined} onInput={(event) => change(event.currentTarget.value)} />
        {onClose && <Button big kind="primary" onClick={onClose} autofocus={service !== ""}>{t("close")}</Button>}
      </form>
      {!known && <p class="calm" role="status">{t("none_yet")}</p>}
      {known && open && (
        <>
          <Button kind="quiet" icon="back" onClick={() => choose("")}>{t("all")}</Button>
          <BusinessPage key={open.id} business={open} hall={known.hall} of={open.id === service ? of : undefined} book={book} />
        </>
      )}
      {known && !open && (
        <>
          <p class="faint" role="status">{hits.length ? t("count", { n: hits.length }) : t("nothing", { words: typed.trim() })}</p>
          <ul class="business-hits">
            {hits.map(({ business, where }) => (
              <li key={business.id}>
                <button type="button" onClick={() => choose(business.id)}>
                  <b>{tx(business.name)}</b>
                  <span>{where ? tx(where) : [tx(business.fee), tx(business.entry.limit)].filter(Boolean).join(" · ")}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
