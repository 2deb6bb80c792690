// The first section: what is still missing before the hall can open, and the addresses for the other machines.
import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { pairs, tx } from "@web/language/i18n.ts";
import { Choice, Field, Group } from "@web/form/form.tsx";
import { usePicture } from "@web/dialogue/files.ts";
import { optionsOf } from "../draft/asked.ts";
import { get } from "../draft/http.ts";
import type { SetupSection } from "../draft/section.tsx";
import { draft, setup } from "../draft/store.ts";
import type { Step as Ready } from "@web/wire.ts";

const t = pairs({
  todo: ["还差 {n} 步就可以营业", "Steps left before the hall can open: {n}"],
  ready: ["全部准备好了，可以营业", "Everything is ready; the hall can open"],
  readyLead: ["以后要改什么，从左边选；每次修改都有记录，可以撤销。", "To change something later, choose it in the list; every change is recorded and can be undone."],
  lead: ["按顺序做，做完的会自动打勾。随时可以离开，下次接着做。", "In this order; a step is ticked by itself once it is done. You can leave at any time and go on later."],
  done: ["已完成", "Done"],
  open: ["未完成", "Not done yet"],
  go: ["去设置", "Set up"],
  goOpen: ["打开窗口操作台", "Open a counter's console"],
  goTicket: ["打开取号机页面", "Open the kiosk page"],
  addresses: ["在其他机器上打开", "Open on the other machines"],
  addressesLead: ["取号机、大屏、窗口屏的电脑用浏览器打开下面的地址，会显示配对码；到“设备”里输入配对码即可。手机或平板可以扫码。", "Open these addresses in the browsers of kiosks, boards and displays: each shows a pairing code to type in under \"Devices\". Phones and tablets can scan."],
  local: ["您现在用的是本机地址（{host}），其他机器打不开。请在其他机器上用本机在网络中的地址，例如终端里显示的那个。", "You are using this machine's own address ({host}), which other machines cannot open. Use its address on the network there, such as the one shown in the terminal."],
  kiosk: ["取号机", "Kiosk"],
  lobby: ["大屏", "Lobby board"],
  counter: ["营业员操作台（登录）", "Clerk's console (log-in)"],
  window: ["窗口屏", "Window display"],
  guide: ["引导平板（登录）", "Guide's tablet (log-in)"],
  evaluator: ["评价器", "Evaluator"],
  which: ["窗口", "Counter"],
  qr: ["{name}的二维码", "QR code of {name}"],
});

const left = (): number => setup.value!.ready.filter((step) => !step.done).length;

const Start = () => (
  <>
    <ol class="checklist">{setup.value!.ready.map((step) => <Step key={step.step} {...step} />)}</ol>
    <Addresses />
  </>
);

/** Steps that are taken on another page; all others in the section that names them. */
const ELSEWHERE: Record<string, readonly [string, "goOpen" | "goTicket"] | undefined> = {
  open: ["/counter/", "goOpen"],
  window: ["/counter/", "goOpen"],
  first_ticket: ["/kiosk/", "goTicket"],
};

/** The section a step is taken in. */
const SECTION: Record<string, string | undefined> = { people: "people", counters: "counters", printer: "printers", kiosk: "devices", board: "devices", media: "media" };

function Step({ step, done, text }: Ready) {
  const elsewhere = ELSEWHERE[step];
  const href = elsewhere ? elsewhere[0] : SECTION[step] ? `#${SECTION[step]}` : "";
  return (
    <li class={done ? "done" : ""}>
      <b role="img" aria-label={t(done ? "done" : "open")}>{done ? "✓" : ""}</b>
      <span>{tx(text)}</span>
      {href && <a class={done ? "button quiet" : "button secondary"} href={href} target={elsewhere ? "_blank" : undefined} aria-label={`${t(elsewhere?.[1] ?? "go")}: ${tx(text)}`}>{t(elsewhere?.[1] ?? "go")}</a>}
    </li>
  );
}

const LOCAL = /^https?:\/\/(localhost|127\.|\[::1\])/;
const address = (): string => setup.value?.address || location.origin;

function Addresses() {
  const counters = draft.value!.counters;
  const counter = useSignal(counters[0]?.id ?? "");
  const at = encodeURIComponent(counter.value);
  return (
    <Group title={t("addresses")} lead={t("addressesLead")}>
      {LOCAL.test(address()) && <p class="planned">{t("local", { host: address().replace(/^https?:../, "") })}</p>}
      <div class="addresses">
        <Address name={t("kiosk")} path="/kiosk/" />
        <Address name={t("lobby")} path="/lobby/" />
        <Address name={t("guide")} path="/guide/" />
      </div>
      <Field label={t("which")}><Choice value={counter.value} options={optionsOf("counters")} onChange={(one) => (counter.value = one)} /></Field>
      <div class="addresses">
        <Address name={t("counter")} path={`/counter/?counter=${at}`} />
        <Address name={t("window")} path={`/window/?counter=${at}`} />
        <Address name={t("evaluator")} path={`/evaluator/?counter=${at}`} />
      </div>
    </Group>
  );
}

/** The picture is behind the same door as the page. */
function Code({ path, name }: { path: string; name: string }) {
  const [drawn, draw] = useState<Blob | null>(null);
  useEffect(() => void get("/api/setup/qr", { query: { path } }).then(draw, () => undefined), [path]); // the address stands beside it
  const picture = usePicture(drawn);
  return picture ? <img src={picture} alt={t("qr", { name })} width={120} height={120} /> : <span class="no-code" aria-hidden="true" />;
}

const Address = ({ name, path }: { name: string; path: string }) => (
  <figure>
    <Code path={path} name={name} />
    <figcaption>
      <strong>{name}</strong>
      <a href={`${address()}${path}`} target="_blank" rel="noopener">{`${address().replace(/^http:../, "")}${path}`}</a>
    </figcaption>
  </figure>
);

export const start: SetupSection = {
  id: "start",
  title: { zh: "开始", en: "Start" },
  heading: () => (left() ? t("todo", { n: left() }) : t("ready")),
  lead: () => t(left() ? "lead" : "readyLead"),
  part: Start,
  mark: () => (left() ? "todo" : "ok"),
};
