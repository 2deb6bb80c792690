// The businesses, six large tiles a page; four in large print. Very many stand under the headings of their queues.
import { useState } from "preact/hooks";
import type { Live } from "@web/dialogue/live.ts";
import { addressOf } from "@web/dialogue/addresses.ts";
import { Button, Icon, Wait } from "@web/drawing/parts.tsx";
import type { KioskView, KioskService } from "@web/wire.ts";
import { lang, secondName, tx } from "@web/language/i18n.ts";
import { alone } from "../alone/alone.ts";
import { elder } from "../comfort/comfort.ts";
import { choose, go, priority, reset, segment, settled } from "../flow.ts";
import { entriesOf, type Group } from "./groups.ts";
import { columns, inShort, needsOf, saysItself } from "../business/needs.ts";
import { pictogramOf } from "../business/pictogram.ts";
import { HaveNotice } from "../coming_back/return.tsx";
import { isShut, peopleText, Standing } from "../business/standing.tsx";
import { t } from "../texts.ts";
import { back, spoken, tells } from "../control_words.ts";
import { tellAgain } from "../keys_and_voice/voice.ts";

interface Props {
  view: KioskView;
  live: Live<KioskView>;
  group: string;
  /** The business whose page is opened first. */
  on: string;
}

export function Choose({ view, live, group, on }: Props) {
  const perPage = elder.value ? 4 : 6;
  const entries = entriesOf(view.services, group);
  const before = entries.findIndex((entry) => "service" in entry && entry.service.id === on);
  const [wanted, turn] = useState(Math.max(0, Math.floor(before / perPage)));
  const pages = Math.max(1, Math.ceil(entries.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const shown = entries.slice(page * perPage, (page + 1) * perPage);
  const open = group && view.services.find((service) => service.queue === group);
  const turnTo = (to: number) => {
    turn(to);
    tellAgain();
  };
  return (
    <section class="choose">
      <div class="title">
        <h1>{open ? tx(open.queue_name) : t("choose")}</h1>
        <span class="switches">
          {!alone.value && view.segments.map((one) => <SegmentSwitch key={one.id} id={one.id} name={tx(one.name)} />)}
          {view.offers_head_start && <PrioritySwitch />}
        </span>
      </div>
      <div class="tiles">
        {shown.map((entry) =>
          "group" in entry ? (
            <GroupTile key={entry.group.id} group={entry.group} />
          ) : (
            <Tile key={entry.service.id} service={entry.service} onPress={(untold) => choose(live, entry.service, untold)} />
          ),
        )}
      </div>
      <div class="foot">
        <Button {...back()} icon="back" onClick={group ? () => go({ at: "choose" }) : reset}>{t("back")}</Button>
        {pages === 1 && !group && <HaveNotice />}
        {pages > 1 && (
          <>
            <Button {...spoken("previous")} icon="back" disabled={page === 0} onClick={() => turnTo(page - 1)}>{t("previous")}</Button>
            <p role="status" aria-label={t("page", { page: page + 1, pages })}>
              {page + 1} / {pages}
            </p>
            <Button {...spoken("next")} icon="forward" class="onward" disabled={page === pages - 1} onClick={() => turnTo(page + 1)}>{t("next")}</Button>
          </>
        )}
      </div>
    </section>
  );
}

function PrioritySwitch() {
  if (!priority.value) return <Button {...spoken("prioritySwitch")} icon="heart" class="care" onClick={() => go({ at: "priority" })}>{t("prioritySwitch")}</Button>;
  return <Button {...spoken("priorityIsOn")} icon="heart" class="care on" aria-pressed="true" onClick={() => (priority.value = "")}>{t("priorityIsOn")}</Button>;
}

/** Who the customer is, where the hall lets customers say it (Q38); shown here and nowhere else. */
function SegmentSwitch({ id, name }: { id: string; name: string }) {
  const on = segment.value === id;
  return <Button data-tell={tells("segment", id)} icon={on ? "check" : "people"} class={`care${on ? " on" : ""}`} aria-pressed={on} onClick={() => (segment.value = on ? "" : id)}>{t("segmentSwitch", { name })}</Button>;
}

const MOST_BESIDE = 20; // columns of needs beside which the second language still has a place
const MOST_LISTED = 24; // columns of names that a heading's tile shows in letters that are read standing

/** As many of a heading's businesses as there is room for, and the first in any case. */
function listed(names: readonly string[]): readonly string[] {
  let room = MOST_LISTED;
  return names.filter((name, nth) => (room -= columns(name)) >= 0 || !nth);
}

/** What is to be known before has given way on this tile to letters of a size that is read. */
const leavesUntold = (tile: Element): boolean => tile.querySelector(".needs-short[data-gone]") !== null;

export function Tile({ service, onPress }: { service: KioskService; onPress: (untold: boolean) => void }) {
  const shut = isShut(service);
  const needs = shut || !saysItself(service) ? "" : inShort(needsOf(service));
  const second = columns(needs) > (elder.value ? 0 : MOST_BESIDE) ? "" : secondName(service.name);
  return (
    <button
      type="button"
      data-fit
      data-say={addressOf("/api/speech/{of}/{name}", { path: { of: "business", name: service.id } })}
      class={`tile${shut ? " shut" : ""}`}
      disabled={shut || !settled.value}
      onClick={(event) => onPress(leavesUntold(event.currentTarget))}
    >
      <b class="letter" aria-hidden="true">{service.letter}</b>
      {!needs && <span class="pictogram" data-apart data-gives="1"><Icon name={pictogramOf(service.name.zh)} /></span>}
      <span class="names">
        <span class="name">{tx(service.name)}</span>
        {second && <span class="second">{second}</span>}
      </span>
      {needs && <span class="needs-short" data-gives="1">{needs}</span>}
      <Standing service={service} />
    </button>
  );
}

function GroupTile({ group }: { group: Group }) {
  const [first] = group.services;
  const shown = listed(group.services.map((service) => tx(service.name)));
  const names = shown.join(lang.value === "zh" ? "、" : ", ");
  const more = group.services.length > shown.length;
  return (
    <button
      type="button"
      data-fit
      data-say={addressOf("/api/speech/{of}/{name}", { path: { of: "group", name: group.id } })}
      class="tile group"
      disabled={!settled.value}
      onClick={() => go({ at: "choose", group: group.id })}
    >
      <b class="letter" aria-hidden="true">{first!.letter}</b>
      <span class="names">
        <Icon name={pictogramOf(`${group.name.zh} ${first!.name.zh}`)} />
        <span class="name">{tx(group.name)}</span>
      </span>
      <span class="needs-short" data-gives="1">{t(more ? "andMore" : "these", { names, count: group.services.length })}</span>
      <span class="standing">
        <span class="people" data-gives={alone.value ? undefined : 2}><Icon name="people" /> {alone.value ? t("offlineTile") : peopleText(first!)}</span>
        {!alone.value && <Wait wait={first!.wait} />}
      </span>
    </button>
  );
}
