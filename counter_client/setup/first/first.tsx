// The first set-up: one page that makes the hall and its administrator; only who has the machine's code can send it.
import { useSignal } from "@preact/signals";
import { fieldAt } from "@web/form/at.ts";
import { Asks, Group, Known, Switch, useKnown } from "@web/form/form.tsx";
import { joined } from "@web/form/in_words.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import { get, post } from "@web/dialogue/post.ts";
import { orRefusal, Refusal } from "@web/dialogue/refusal.ts";
import { idle } from "@web/dialogue/reload.ts";
import { keepToken, type Session } from "@web/dialogue/session.ts";
import type { FirstNeeded, PackShown as Pack, Text } from "@web/wire.ts";
import { Language } from "@web/drawing/language.tsx";
import { render } from "preact";
import { useAnswer, useAsked } from "../draft/http.ts";
import { type Asked, asSent, form, given, missing, withPack } from "./first.ts";

const t = pairs({
  title: ["建立营业厅", "Set up the hall"],
  lead: ["填完这一页，营业厅就建好了。行业包带好了常见的业务、队列和窗口，之后都可以改。", "This page is all it takes. The pack brings the usual businesses, queues and counters; you can change everything later."],
  kind: ["营业厅类型", "Kind of hall"],
  includes: ["通常 {hours}", "{hours}"],
  hall: ["名称和营业时间", "Name and opening hours"],
  always: ["全天营业，不设时间", "Open round the clock, no hours"],
  admin: ["管理员", "Administrator"],
  adminLead: ["这个工号可以修改全部设置，也能再添加其他人员。", "May change the whole set-up and add other people."],
  show: ["显示密码", "Show password"],
  codeWrong: ["设置码不对，请对照启动程序的终端窗口再输入一次", "That is not the set-up code; look at the terminal window and type it again"],
  making: ["正在建立…", "Setting up…"],
  missing: ["还有没填好的地方：{what}", "Still missing: {what}"],
  fillIn: ["请填写", "Please fill this in"],
  connecting: ["正在连接服务器…", "Connecting to the server…"],
});

const Packs = ({ packs }: { packs: readonly Pack[] }) => (
  <fieldset class="packs">
    <legend>{t("kind")}</legend>
    {packs.map((pack) => (
      <label key={pack.id} class="pack">
        <input type="radio" name="pack" value={pack.id} checked={form.value.pack === pack.id} onChange={() => (form.value = withPack(form.peek(), pack, packs))} />
        <span>
          <strong>{tx(pack.kind)}</strong>
          {pack.hours && <small>{t("includes", { hours: pack.hours.replace("-", "–") })}</small>}
        </span>
      </label>
    ))}
  </fieldset>
);

const ask = (only: readonly Asked[], more: object = {}) => <Asks where="" item={form.value} set={(next) => (form.value = next)} only={only} more={more} />;

/** A new password: how good it is, told by the server while it is typed, and a way to look at it. */
function Password({ judged }: { judged: Judged["password"] }) {
  const shown = useSignal(false);
  return (
    <>
      {ask(["password"], { password: { type: shown.value ? "text" : "password", autocomplete: "new-password" } })}
      <p class={`meter level-${judged?.level ?? 0}`} role="status"><i aria-hidden="true" /><i aria-hidden="true" /><i aria-hidden="true" /> {judged && tx(judged.text)}</p>
      <Switch value={shown.value} text={t("show")} onChange={(on) => (shown.value = on)} />
    </>
  );
}

/** What the server says of the password and the hours that stand there. */
function useJudged() {
  const { always, opens, closes, login, password } = form.value;
  const { answer, busy } = useAsked("/api/setup/first/password", { login, password });
  const hours = useAnswer("/api/setup/first/hours", always ? null : { opens, closes })?.problem ?? null;
  return { password: answer, weak: !busy && answer?.fits === false, hours };
}
type Judged = ReturnType<typeof useJudged>;

const AGAIN = 2_000;

/** Shows the first set-up while the hall has none, and then, or at once, goes on. */
export async function firstSetUp(goOn: () => void): Promise<void> {
  const root = document.getElementById("app")!;
  const leave = (session?: Session) => {
    if (session) keepToken("manager", "", session.token);
    history.replaceState(null, "", `${location.pathname}#start`);
    idle.value = true;
    render(null, root);
    goOn();
  };
  const first = await get("/api/setup/first").catch(() => null);
  if (!first) {
    render(<main class="gate"><h1>{t("connecting")}</h1></main>, root);
    setTimeout(() => void firstSetUp(goOn), AGAIN);
    return;
  }
  if (!first.needed) return goOn();
  if (first.packs[0]) form.value = withPack(form.value, first.packs[0], first.packs);
  idle.value = false;
  document.body.dataset.theme = "light";
  render(<Wizard {...first} onMade={leave} />, root);
}

/** Where a refusal belongs: beside its field. */
const PLACE: Record<string, Asked | undefined> = { wrong_code: "code", code_expired: "code", weak_password: "password", login_taken: "login" };

/** The answer may be lost on its way, or somebody else was faster: then the hall is there, and one logs in. */
const isMade = (): Promise<boolean> => get("/api/setup/first").then(({ needed }) => !needed, () => false);

function Wizard({ packs, form: fields, onMade }: FirstNeeded & { onMade: (session?: Session) => void }) {
  const tried = useSignal(false);
  const making = useSignal(false);
  const no = useSignal<Refusal | null>(null);
  const judged = useJudged();
  const left = missing(fields, form.value, [...(judged.hours ? ["opens" as const] : []), ...(judged.weak ? ["password" as const] : [])]);
  const send = async (event: Event) => {
    event.preventDefault();
    tried.value = true;
    if (left.length) return document.querySelector<HTMLElement>(`[data-where="${left[0]}"] input`)?.focus();
    making.value = true;
    no.value = null;
    const made = await orRefusal(post("/api/setup/first", { body: asSent(form.value) }));
    if (!(made instanceof Refusal)) onMade(made);
    else if (await isMade()) return onMade();
    else no.value = made;
    making.value = false;
  };
  const problemAt = (where: string): Text | string | null => {
    if (no.value && PLACE[no.value.code] === where) return where === "code" ? t("codeWrong") : no.value.text;
    if (where === "opens" && judged.hours) return judged.hours;
    if (where === "password" && form.value.password) return null; // the meter says it
    return tried.value && left.includes(where as Asked) ? t("fillIn") : null;
  };
  const { always } = form.value;
  const WHOLE = { id: "", kind: "part", fields } as never;
  return (
    <Known.Provider value={{ ...useKnown(), fieldAt: (where) => (where ? fieldAt(fields, where) : WHOLE), problemAt }}>
      <div class="setup setup-form first">
        <header class="setup-head">
          <h1>{t("title")}</h1>
          <Language />
        </header>
        <main>
          <p class="lead">{t("lead")}</p>
          <form onSubmit={(event) => void send(event)} noValidate>
            <Packs packs={packs} />
            <Group top title={t("hall")}>
              {ask(["zh", "languages", ...(form.value.languages === "zh" ? [] : ["en" as const])])}
              <div class="hours">
                {!always && ask(["opens", "closes"])}
                <Switch value={always} text={t("always")} onChange={(on) => (form.value = { ...form.value, always: on })} />
              </div>
            </Group>
            <Group top title={t("admin")} lead={t("adminLead")}>
              {ask(["person", "login"], { person: { autocomplete: "name" }, login: { autocomplete: "username" } })}
              <Password judged={judged.password} />
            </Group>
            {!given && ask(["code"])}
            {tried.value && left.length > 0 && <p class="refused" role="alert">{t("missing", { what: joined(left.map((id) => tx(fieldAt(fields, id)!.label))) })}</p>}
            {no.value && <p class="refused" role="alert">{no.value.code === "wrong_code" ? t("codeWrong") : tx(no.value.text)}</p>}
            <Button kind="primary" big type="submit" disabled={making.value}>{t(making.value ? "making" : "title")}</Button>
          </form>
        </main>
      </div>
    </Known.Provider>
  );
}
