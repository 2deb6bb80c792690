// The first page: every screen of the hall, one click away.
import { signal, useSignal } from "@preact/signals";
import { render, type ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { startInOwn, texts, tx } from "@web/language/i18n.ts";
import { Language } from "@web/drawing/language.tsx";
import { Button, Dialog, Icon, Toast, notifyRefusal, type IconName } from "@web/drawing/parts.tsx";
import { get, post } from "@web/dialogue/post.ts";
import type { HallInfo } from "@web/dialogue/protocol.ts";
import { roleName } from "@web/language/roles.ts";
import type { DemoSwitch as Running, HallNow } from "@web/wire.ts";
import "./start.css";
import { t } from "./start/texts.ts";
import { Tour } from "./start/tour.tsx";

const hall = signal<HallInfo | null>(null);
const AGAIN = 2_000;
const COUNTED_EVERY = 10_000;

const ask = (): void =>
  void get("/api/hall").then((info) => (hall.value = info), () => setTimeout(ask, AGAIN));

function Card({ icon, href, title, help }: { icon: IconName; href: string; title: string; help: string }) {
  return (
    <a class="card" href={href}>
      <Icon name={icon} />
      <strong>{title}</strong>
      <span>{help}</span>
    </a>
  );
}

/** One small link per counter, for the clerk's console and for the display above it. */
function PerCounter({ info, page, title, icon, help }: { info: HallInfo; page: string; title: string; icon: IconName; help: string }) {
  return (
    <section class="card many">
      <Icon name={icon} />
      <h2>{title}</h2>
      <span>{help}</span>
      <nav aria-label={title}>
        {info.counters.map((counter) => (
          <a key={counter.id} class="button secondary" href={`/${page}/?counter=${encodeURIComponent(counter.id)}`}>
            {tx(counter.name)}
          </a>
        ))}
      </nav>
    </section>
  );
}

function People({ info }: { info: HallInfo }) {
  if (!info.people.length) return null;
  return (
    <section class="people">
      <h2>{t("people")}</h2>
      <p class="faint">{t("peopleHelp")}</p>
      <table>
        <thead>
          <tr><th>{t("login")}</th><th>{t("name")}</th><th>{t("role")}</th><th>{t("pin")}</th></tr>
        </thead>
        <tbody>
          {info.people.map((person) => (
            <tr key={person.login}>
              <td><code>{person.login}</code></td>
              <td>{texts(person.name)}</td>
              <td>{roleName(person.role)}</td>
              <td><code>{person.pin}</code></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How it stands in the hall, as anybody may know it. */
function Now() {
  const now = useSignal<HallNow | null>(null);
  useEffect(() => {
    const look = () => void get("/api/hall/now").then((told) => (now.value = told), () => (now.value = null));
    look();
    const again = setInterval(look, COUNTED_EVERY);
    return () => clearInterval(again);
  }, []);
  if (!now.value) return null;
  const queues = new Map(now.value.businesses.map(({ letter, waiting }) => [letter, waiting])); // those of a queue wait together
  const waiting = Array.from(queues.values()).reduce((sum, queue) => sum + queue, 0);
  return <p class="now">{t(now.value.hours.state === "open" ? "nowOpen" : "nowShut", { n: waiting })}</p>;
}

function Start() {
  const info = hall.value;
  return (
    <div class="start">
      <header>
        <div>
          <h1>{info?.name ? tx(info.name) : t("product")}</h1>
          {info?.name && <p>{info.demo ? t("demo") : t("product")}</p>}
          {info?.name && <Now />}
        </div>
        <Language kind="secondary" />
      </header>
      <main>
        {info?.demo && <Tour counter={info.counters[info.counters.length - 1]?.id ?? ""} />}
        {info?.demo && <DemoSwitch />}
        {info && !info.name ? <NoHall /> : <Screens info={info} />}
        {!info && <p role="status" class="faint">{t("waiting")}</p>}
      </main>
    </div>
  );
}

/** Nothing works before the hall is set up, so nothing else is offered. */
const NoHall = () => (
  <section class="card no-hall">
    <h2>{t("noHall")}</h2>
    <p>{t("noHallHelp")}</p>
    <a class="button primary big" href="/setup/">{t("setUp")}</a>
  </section>
);

/** By whom they are for: customers, staff, and whoever runs the hall. */
function Screens({ info }: { info: HallInfo | null }) {
  return (
    <>
      <Group title={t("forCustomers")}>
        <Card icon="ticket" href="/kiosk/" title={t("kiosk")} help={t("kioskHelp")} />
        <Card icon="screen" href="/lobby/" title={t("lobby")} help={t("lobbyHelp")} />
        <Card icon="phone" href="/hall/" title={t("home")} help={t("homeHelp")} />
        {info && <PerCounter info={info} page="window" icon="screen" title={t("window")} help={t("windowHelp")} />}
        {info && <PerCounter info={info} page="evaluator" icon="star" title={t("evaluator")} help={t("evaluatorHelp")} />}
      </Group>
      <Group title={t("forStaff")}>
        {info && <PerCounter info={info} page="counter" icon="counter" title={t("counter")} help={t("counterHelp")} />}
        <Card icon="guide" href="/guide/" title={t("guide")} help={t("guideHelp")} />
      </Group>
      <Group title={t("forManagers")}>
        <Card icon="people" href="/manager/" title={t("manager")} help={t("managerHelp")} />
        <Card icon="document" href="/reports/" title={t("reports")} help={t("reportsHelp")} />
        <Card icon="tools" href="/setup/" title={t("setup")} help={t("setupHelp")} />
        {info?.demo && <Card icon="printer" href="/slips/" title={t("slips")} help={t("slipsHelp")} />}
      </Group>
      {info && <People info={info} />}
    </>
  );
}

const Group = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <nav class="group" aria-label={title}>
    <h2>{title}</h2>
    <div class="cards">{children}</div>
  </nav>
);

startInOwn();
ask();
render(<Start />, document.getElementById("app")!);

// Sends the simulated people of a demo hall home, or calls them back.
const demo = signal<Running | null>(null);
const again = signal(false);

/** The story from its beginning; the page is loaded anew as soon as the hall is back. */
function beginAgain(): void {
  again.value = false;
  post("/api/demo/reset").then(() => {
    demo.value = null;
    hall.value = null;
    setTimeout(back, AGAIN);
  }, notifyRefusal);
}

const back = (): void => void get("/api/hall").then(() => location.reload(), () => setTimeout(back, AGAIN));

const look = () => get("/api/demo").then((state) => void (demo.value = state), notifyRefusal);

export function DemoSwitch() {
  useEffect(() => void look(), []);
  if (!demo.value) return null;
  const { running, speed } = demo.value;
  const turn = () => void post(`/api/demo/${running ? "stop" : "start"}`).then(look, notifyRefusal);
  return (
    <section class="simulation">
      <p role="status">{running ? t("simulating", { speed }) : t("stopped")}</p>
      <Button kind="primary" icon={running ? "pause" : "people"} onClick={turn}>
        {running ? t("stop") : t("resume")}
      </Button>
      <Button icon="back" onClick={() => (again.value = true)}>{t("again")}</Button>
      {again.value && (
        <Dialog title={t("againTitle")} onClose={() => (again.value = false)}>
          <p>{t("againHelp")}</p>
          <div class="choices">
            <Button onClick={() => (again.value = false)}>{t("againNo")}</Button>
            <Button kind="danger" onClick={beginAgain}>{t("againYes")}</Button>
          </div>
        </Dialog>
      )}
      <Toast />
    </section>
  );
}
