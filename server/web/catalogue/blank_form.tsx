// A form's document: opened in a page of its own, where the browser shows, keeps and prints it.
import { addressOf } from "../dialogue/addresses.ts";
import { Icon } from "../drawing/parts.tsx";
import { tx } from "../language/i18n.ts";
import type { BlankForm } from "../wire.ts";

/** Its name, and where the paper lies. */
export const formName = ({ name, place }: BlankForm): string => (tx(place) ? tx({ zh: `${name.zh}（${place.zh}）`, en: `${name.en || name.zh} (${place.en || place.zh})` }) : tx(name));

/** `words`: what the link is called on this page. */
export const OpenForm = ({ form, words }: { form: BlankForm; words: string }) =>
  form.document ? (
    <a class="button secondary open-form" href={addressOf("/documents/{name}", { path: { name: form.document } })} target="_blank" rel="noopener" aria-label={`${words} ${tx(form.name)}`}>
      <Icon name="document" /> <span>{words}</span>
    </a>
  ) : null;
