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
  addresses: ["在其他机器上打开", "Open on the other machines"],
  addressesLead: ["取号机、大屏、窗口屏的电脑用浏览器打开下面的地址，会显示配对码；到“设备”里输入配对码即可。手机或平板可以扫码。", "Open these addresses in the browsers of kiosks, boards and displays: each shows a pairing code to type in under \"Devices\". Phones and tablets can scan."],
  local: ["您现在用的是本机地址（{host}），其他机器打不开。请在其他机器上用本机在网络中的地址，例如终端里显示的那个。", "You are using this machine's own address ({host}), which other machines cannot open. Use its address on the network there, such as the one shown in the terminal."],
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

/** A step that is taken on another page opens it beside this one. */
const Step = ({ done, text, href, button }: Ready) => (
  <li class={done ? "done" : ""}>
    <b role="img" aria-label={t(done ? "done" : "open")}>{done ? "✓" : ""}</b>
    <span>{tx(text)}</span>
    {href && <a class={done ? "button quiet" : "button secondary"} href={href} target={href.startsWith("/") ? "_blank" : undefined} aria-label={`${tx(button)}: ${tx(text)}`}>{tx(button)}</a>}
  </li>
);

const LOCAL = /^https?:\/\/(localhost|127\.|\[::1\])/;
const address = (): string => setup.value?.address || location.origin;

function Addresses() {
  const counter = useSignal(draft.value!.counters[0]?.id ?? "");
  const at = `?counter=${encodeURIComponent(counter.value)}`;
  const those = (ofCounter: boolean) => setup.value!.pages.filter((page) => page.of_counter === ofCounter);
  const pages = (ofCounter: boolean) => <div class="addresses">{those(ofCounter).map(({ name, path }) => <Address key={path} name={tx(name)} path={ofCounter ? path + at : path} />)}</div>;
  return (
    <Group title={t("addresses")} lead={t("addressesLead")}>
      {LOCAL.test(address()) && <p class="planned">{t("local", { host: address().replace(/^https?:../, "") })}</p>}
      {pages(false)}
      <Field label={t("which")}><Choice value={counter.value} options={optionsOf("counters")} onChange={(one) => (counter.value = one)} /></Field>
      {pages(true)}
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
