// The businesses, six large tiles a page; four in large print.
import { useState } from "preact/hooks";
import type { Live } from "@web/live.ts";
import { Button } from "@web/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { elder } from "./comfort.ts";
import { choose, go, priority, reset } from "./flow.ts";
import { t } from "./texts.ts";
import { Tile } from "./tile.tsx";

export function Choose({ view, live }: { view: KioskView; live: Live<KioskView> }) {
  const [wanted, turn] = useState(0);
  const perPage = elder.value ? 4 : 6;
  const pages = Math.max(1, Math.ceil(view.services.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const shown = view.services.slice(page * perPage, (page + 1) * perPage);
  return (
    <section class="choose">
      <div class="title">
        <h1>{t("choose")}</h1>
        {view.offers_head_start && <PrioritySwitch />}
      </div>
      <div class="tiles">
        {shown.map((service) => (
          <Tile key={service.id} service={service} onPress={() => choose(live, service)} />
        ))}
      </div>
      <div class="foot">
        <Button icon="back" onClick={reset}>{t("back")}</Button>
        {pages > 1 && (
          <>
            <Button icon="back" disabled={page === 0} onClick={() => turn(page - 1)}>{t("previous")}</Button>
            <p role="status" aria-label={t("page", { page: page + 1, pages })}>
              {page + 1} / {pages}
            </p>
            <Button icon="forward" disabled={page === pages - 1} onClick={() => turn(page + 1)}>{t("next")}</Button>
          </>
        )}
      </div>
    </section>
  );
}

function PrioritySwitch() {
  if (!priority.value) return <Button icon="heart" class="care" onClick={() => go({ at: "priority" })}>{t("prioritySwitch")}</Button>;
  return (
    <Button icon="heart" class="care on" onClick={() => (priority.value = "")}>
      {t("priorityOn")} · {t("priorityOff")}
    </Button>
  );
}
