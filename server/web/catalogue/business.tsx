// One business as staff look it up: what to bring, what it costs, what to say, forms to print.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { addressOf } from "../dialogue/addresses.ts";
import { Badge, Button } from "../drawing/parts.tsx";
import { tx } from "../language/i18n.ts";
import type { Business, Sheet, Text } from "../wire.ts";
import { formName, OpenForm } from "./blank_form.tsx";
import { printSheet } from "./paper.tsx";
import { t } from "./texts.ts";
import { papersOf, useWhose, Whose } from "./whose.tsx";

const MINUTE = 60;

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h4>{title}</h4>
    {children}
  </section>
);

const List = ({ title, of, ordered = false, children }: { title: string; of: readonly Text[]; ordered?: boolean; children?: ComponentChildren }) => {
  if (!of.length) return null;
  const items = of.map((one) => <li key={one.zh}>{tx(one)}</li>);
  return <Part title={title}>{ordered ? <ol>{items}</ol> : <ul>{items}</ul>}{children}</Part>;
};

const Fact = ({ name, words }: { name: string; words: string }) => (words ? <div><dt>{name}</dt><dd>{words}</dd></div> : null);

/** For whom it is looked up; nobody in particular without a ticket. */
export interface Customer {
  ticket: string;
  /** What their segment is called, and what it brings where that is not what everybody does (Q38). */
  segment?: Text;
  papers?: readonly Text[];
}
const NOBODY: Customer = { ticket: "" };

interface Props {
  business: Business;
  hall: Text;
  of?: Customer | undefined;
  book?: ((service: string) => void) | undefined;
}

export function BusinessPage({ business, hall, of = NOBODY, book }: Props) {
  const { entry } = business;
  const [agent, forAgent] = useWhose(of.ticket);
  const own = of.papers ?? [];
  const papers = papersOf(business, agent, own);
  const whose = agent ? t("agent") : own.length && of.segment ? t("segment_s", { segment: tx(of.segment) }) : t("materials");
  return (
    <article class="business-page">
      <h3>
        {tx(business.name)} {entry.booked && <Badge tone="brand">{t("booked")}</Badge>} {!entry.remote && <Badge>{t("notRemote")}</Badge>} {entry.enquiry && <Badge tone="brand">{t("enquiry")}</Badge>} {entry.cash && <Badge>{t("cash")}</Badge>}
      </h3>
      <dl class="figures">
        <Fact name={t("fee")} words={tx(business.fee)} />
        <Fact name={t("limit")} words={tx(entry.limit)} />
        <Fact name={t("due")} words={entry.due_hours ? t("due_within", { n: entry.due_hours }) : ""} />
        <Fact name={t("standard")} words={t("minutes", { n: Math.round(business.standard_seconds / MINUTE) })} />
        <Fact name={t("queue")} words={tx(business.queue_name)} />
        {entry.booked && book && <Button kind="primary" icon="clock" onClick={() => book(business.id)}>{t("book")}</Button>}
      </dl>
      {entry.incomplete && <p class="incomplete">{t("incomplete")}</p>}
      {entry.agent_materials.length > 0 && <Whose agent={agent} choose={forAgent} />}
      <div class="sections">
        <List title={t("conditions")} of={entry.conditions} />
        {papers.length > 0 ? (
          <List title={whose} of={papers} ordered>
            {entry.enough > 0 && entry.enough < papers.length && <p class="enough">{t("enough", { n: entry.enough })}</p>}
          </List>
        ) : (
          !entry.incomplete && <Part title={whose}><p>{t("nothing_to_bring")}</p></Part>
        )}
        <List title={t("key_points")} of={entry.key_points} ordered />
        {entry.forms.length > 0 && (
          <Part title={t("forms")}>
            <ul class="forms">
              {entry.forms.map((form) => (
                <li key={form.name.zh}>
                  <span>{formName(form)}</span>
                  <OpenForm form={form} words={t("open_pdf")} />
                  {(form.file || !form.document) && <Button icon="printer" aria-label={t("print_one", { name: tx(form.name) })} onClick={() => void printSheet(form, business, hall)}>{t("print")}</Button>}
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Samples of={entry.samples} />
        <List title={t("steps")} of={entry.steps} />
        <List title={t("topics")} of={entry.topics} />
        <List title={t("ways")} of={business.e_channels.map(({ name, hint }) => ({ zh: [name.zh, hint.zh].filter(Boolean).join("："), en: [name.en || name.zh, hint.en].filter(Boolean).join(": ") }))} />
        {tx(business.note) && <Part title={t("note")}><p>{tx(business.note)}</p></Part>}
      </div>
    </article>
  );
}

/** Small ones to choose from; the one that is touched is shown large. */
export function Samples({ of, title = t("samples") }: { of: readonly Sheet[]; title?: string }) {
  const [shown, show] = useState("");
  const pictures = of.filter(({ file }) => file);
  if (!pictures.length) return null;
  return (
    <Part title={title}>
      <div class="samples">
        {pictures.map(({ name, file }) => (
          <button key={file} type="button" class={file === shown ? "large" : ""} aria-expanded={file === shown} onClick={() => show(file === shown ? "" : file)}>
            <img src={addressOf("/media/{name}", { path: { name: file } })} alt="" />
            <span>{tx(name)}</span>
          </button>
        ))}
      </div>
    </Part>
  );
}
