// Pictures of the papers: many people know a paper by sight and not by its name. Touched, they fill the screen.
import { useState } from "preact/hooks";
import { addressOf } from "@web/dialogue/addresses.ts";
import { tx } from "@web/language/i18n.ts";
import { Button, Dialog } from "@web/drawing/parts.tsx";
import type { Sheet } from "@web/wire.ts";
import { samplesOf, type Asked } from "../business/needs.ts";
import { t } from "../texts.ts";
import { back, spoken } from "../control_words.ts";
import "./samples.css";

const Picture = ({ of }: { of: Sheet }) => <img src={addressOf("/media/{name}", { path: { name: of.file } })} alt={tx(of.name)} />;

/** `beside`: there is no room for small ones, a button stands for all of them. */
export function Samples({ service, beside = false }: { service: Asked; beside?: boolean }) {
  const [shown, show] = useState<readonly Sheet[]>([]);
  const pictures = samplesOf(service);
  if (!pictures.length) return null;
  const shut = () => show([]);
  return (
    <div class={beside ? "samples beside" : "samples"}>
      {beside ? (
        <Button {...spoken("samples")} big icon="search" onClick={() => show(pictures)}>{t("samplesAll")}</Button>
      ) : (
        <>
          <p>{t("samples")}</p>
          <div>
            {pictures.map((one) => (
              <button key={one.file} type="button" {...spoken("samples")} onClick={() => show([one])}>
                <Picture of={one} />
                <span>{tx(one.name)}</span>
              </button>
            ))}
          </div>
        </>
      )}
      {shown.length > 0 && (
        <Dialog title={shown.map(({ name }) => tx(name)).join(" · ")} onClose={shut} wide>
          <div class={`sample-large n${shown.length > 1 ? "many" : "1"}`}>{shown.map((one) => <Picture key={one.file} of={one} />)}</div>
          <Button {...back()} big kind="primary" icon="back" autofocus onClick={shut}>{t("back")}</Button>
        </Dialog>
      )}
    </div>
  );
}
