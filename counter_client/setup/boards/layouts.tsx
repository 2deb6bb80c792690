// What lobby boards show, zone by zone, with a small picture of each layout.
import { tx } from "@web/i18n.ts";
import type { BoardLayout } from "@web/wire.ts";
import { Checks, Choice, Field, Fields, NumberInput, Rows, Section, Switch, TwoTexts } from "../form/form.tsx";
import { LayoutPicture } from "./layout_picture.tsx";
import { t, title } from "./layouts_texts.ts";
import { optionsFrom } from "../form/options.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft } from "../draft/store.ts";

const fresh = (id: string): BoardLayout => ({
  id, name: { zh: "", en: "" }, places: [], queues: [], rows: 6, orientation: "auto", shows_queues: true, shows_media: true, shows_map: false,
});

const ways = () => (["auto", "landscape", "portrait"] as const).map((value) => ({ value, label: t(value) }));

function LayoutForm({ layout, set, at }: { layout: BoardLayout; set: (layout: BoardLayout) => void; at: number }) {
  const { zones, queues, counters } = draft.value!;
  const where = `layouts[${at}]`;
  const mapped = zones.some((zone) => zone.area) || counters.some((counter) => counter.spot);
  return (
    <div class="layout-form">
      <div>
        <Field label={t("name")} where={`${where}.name`} wide>
          <TwoTexts value={layout.name} onChange={(name) => set({ ...layout, name })} />
        </Field>
        <Fields>
          <Field label={t("orientation")} hint={t("orientation_hint")} where={`${where}.orientation`}>
            <Choice value={layout.orientation} options={ways()} onChange={(orientation) => set({ ...layout, orientation })} />
          </Field>
          <Field label={t("rows")} hint={t("rows_hint")} where={`${where}.rows`}>
            <NumberInput value={layout.rows} unit={t("rows_unit")} onChange={(rows) => set({ ...layout, rows: Math.max(1, Math.round(rows)) })} />
          </Field>
        </Fields>
        <Field label={t("shows_queues")}><Switch value={layout.shows_queues} onChange={(on) => set({ ...layout, shows_queues: on })} /></Field>
        <Field label={t("shows_media")}><Switch value={layout.shows_media} onChange={(on) => set({ ...layout, shows_media: on })} /></Field>
        <Field label={t("shows_map")} hint={layout.shows_map && !mapped ? <a href="#map">{t("no_map")}</a> : undefined}>
          <Switch value={layout.shows_map} onChange={(on) => set({ ...layout, shows_map: on })} />
        </Field>
        {layout.shows_queues && (
          <Field label={t("queues")} hint={t("queues_hint")} where={`${where}.queues`} wide>
            <Checks value={layout.queues} options={optionsFrom(queues)} onChange={(chosen) => set({ ...layout, queues: chosen })} ordered />
          </Field>
        )}
        <Field label={t("places")} hint={t("places_hint")} where={`${where}.places`} wide>
          <Checks value={layout.places} options={optionsFrom(zones)} onChange={(places) => set({ ...layout, places })} />
        </Field>
      </div>
      <LayoutPicture layout={layout} queues={layout.queues.length || queues.length} name={tx(layout.name)} />
    </div>
  );
}

function LayoutsPart() {
  const { layouts: list, zones } = draft.value!;
  const brief = ({ places }: BoardLayout) =>
    places.length ? zones.filter((zone) => places.includes(zone.id)).map((zone) => tx(zone.name)).join(" · ") : t("every");
  return (
    <Section title={t("title")} lead={t("lead")} tools={<a class="button" href="/lobby/" target="_blank" rel="noreferrer">{t("look")}</a>}>
      <Rows items={list} onChange={put("layouts")} fresh={fresh} prefix="layout" title={(layout) => tx(layout.name)} brief={brief}
        where="layouts" add={t("add")} empty={t("none")} ordered>
        {(layout, set, at) => <LayoutForm layout={layout} set={set} at={at} />}
      </Rows>
    </Section>
  );
}

export const layouts: SetupSection = { id: "layouts", title, part: LayoutsPart, keys: ["layouts"] };
