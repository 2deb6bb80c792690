// Changes in words, one a line; a long list shows its first ones.
import { useState } from "preact/hooks";
import { pairs, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { ChangeShown as Change } from "@web/wire.ts";

const t = pairs({
  more: ["还有 {n} 处", "{n} more"],
  less: ["收起", "Show less"],
});
const FIRST = 6;

export function Changes({ changes, all }: { changes: readonly Change[]; all?: boolean }) {
  const [open, show] = useState(false);
  const rest = changes.length - FIRST;
  const shown = all || open || rest <= 1 ? changes : changes.slice(0, FIRST);
  return (
    <>
      <ul class="changes">
        {shown.map((change) => <li key={change.path}>{tx(change.text)}</li>)}
      </ul>
      {!all && rest > 1 && <Button kind="quiet" class="more" aria-expanded={open} onClick={() => show(!open)}>{open ? t("less") : t("more", { n: rest })}</Button>}
    </>
  );
}
