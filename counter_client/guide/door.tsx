// The door: whoever is met there and needs no number is one press, one record (Q15, T20).
import { useRef } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import { Button, Dialog } from "@web/drawing/parts.tsx";
import { Undo } from "@web/drawing/undo.tsx";
import { now } from "@web/time/clock.ts";
import type { DoorService, GuideView, Way } from "@web/wire.ts";
import { loginOf } from "@web/dialogue/session.ts";
import { Answer } from "./answer.tsx";
import type { GuideDesk } from "./desk.ts";
import { going, serviceOf, waysOf } from "./ways.ts";
import { t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
}

const WAYS: readonly Way[] = ["self_service", "e_channel", "form_desk", "back_office", "other_dept", "answered"];
const TWICE = 600; // ms in which a second press is the same customer

/** Alike deeds of two customers are two; of one who is pressed for twice in a moment, one. */
function useDeeds(desk: GuideDesk) {
  const last = useRef({ what: "", at: -TWICE });
  return (command: Parameters<GuideDesk["ask"]>[0], what: string) => {
    const at = performance.now();
    const again = last.current.what === what && at - last.current.at < TWICE;
    last.current = { what, at };
    if (!again) void desk.askSoon(command, what);
  };
}

interface LineProps {
  desk: GuideDesk;
  service: DoorService;
  name: string;
  /** Some way that this line cannot take just now. */
  closed?: Way | undefined;
  deed: ReturnType<typeof useDeeds>;
}

function Line({ desk, service, name, closed, deed }: LineProps) {
  const ways = waysOf(service);
  const press = (way: Way) => {
    const of = ways.filter((one) => one.way === way);
    if (of.length > 1 || (way === "answered" && service.topics.length)) desk.sheet.value = { kind: "door", service: service.id, way };
    else deed(going({ service: service.id }, of[0] ?? { way, terminal: "" }), t("door_deed", { service: name, way: t(`way_${way}`) }));
  };
  return (
    <li>
      <b class="service">{name}</b>
      {WAYS.map((way) => (
        <Button key={way} class={way} aria-label={t("door_deed", { service: name, way: t(`way_${way}`) })} disabled={way === closed || (!!service.id && !ways.some((one) => one.way === way))} onClick={() => press(way)}>
          {t(`way_${way}`)}
        </Button>
      ))}
    </li>
  );
}

/** The newest tap, as long as it is held: a thumb slips on a tablet. */
function Held({ desk }: { desk: GuideDesk }) {
  void now.value; // count down
  const held = desk.open.value.filter(({ since, due }) => due > since && due > Date.now());
  const newest = held[held.length - 1];
  return (
    <div class="held" role="status">
      {newest ? <Undo words={t("take_back", { what: newest.what })} seconds={(newest.due - Date.now()) / 1000} undo={() => desk.withdraw(newest)} /> : <p class="faint">{t("door_help")}</p>}
    </div>
  );
}

/** What was done at the door today, in one line (T20). */
function Today({ desk, view }: Props) {
  const { today } = view;
  if (!today) return null;
  const mine = today.people.find(({ person }) => person === loginOf(desk.me.value))?.n ?? 0;
  const sent = today.ways.map(({ way, n }) => `${t(`way_${way as Way}`)} ${n}`);
  const parts = [
    t("today_mine", { n: mine }),
    t("today_greeted", { n: today.greeted }),
    t("today_issued", { n: today.issued }),
    ...sent,
    t("today_prepared", { n: today.prepared }),
    t("today_explained", { n: today.explained }),
  ];
  return <p class="today"><b>{t("today")}</b> {parts.join(" · ")}</p>;
}

export function Door({ desk, view }: Props) {
  const deed = useDeeds(desk);
  return (
    <section class="door">
      <Today desk={desk} view={view} />
      <div class="met">
        <Button big kind="primary" class="greet" icon="hand" onClick={() => deed({ type: "greet" }, t("greet"))}>{t("greet")}</Button>
        <Held desk={desk} />
      </div>
      <ul class="outcomes" aria-label={t("tab_door")}>
        <Line desk={desk} service={serviceOf(view, "")} name={t("any_service")} closed={view.terminals.some((one) => one.works) ? undefined : "self_service"} deed={deed} />
        {view.services.map((service) => <Line key={service.id} desk={desk} service={service} name={tx(service.name)} deed={deed} />)}
      </ul>
    </section>
  );
}

/** Which terminal, or what the answer was about. */
export function DoorSheet({ desk, view, service: id, way }: Props & { service: string; way: Way }) {
  const service = serviceOf(view, id);
  const shut = () => (desk.sheet.value = null);
  const title = t("door_deed", { service: tx(service.name), way: t(`way_${way}`) });
  const settle = (command: ReturnType<typeof going>) => {
    shut();
    void desk.askSoon(command, title);
  };
  return (
    <Dialog title={title} onClose={shut}>
      {way === "answered" ? (
        <Answer service={service} answered={(said) => settle(going({ service: id }, { way, terminal: "" }, said))} />
      ) : (
        <div class="ways">
          {waysOf(service).filter((one) => one.way === way).map((one) => (
            <Button key={one.terminal} onClick={() => settle(going({ service: id }, one))}><b>{one.words}</b><small>{one.note}</small></Button>
          ))}
        </div>
      )}
      <div class="foot one">
        <Button big onClick={shut}>{t("cancel")}</Button>
      </div>
    </Dialog>
  );
}
