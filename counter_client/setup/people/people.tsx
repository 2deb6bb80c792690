// The section about the people of the hall: who they are, their roles, their passwords, out and in again.
import { signal, useSignal } from "@preact/signals";
import { clockText, now } from "@web/time/clock.ts";
import { Asks, Danger, Field, problems, TextInput } from "@web/form/form.tsx";
import { inWords } from "@web/form/in_words.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import { Badge, Button } from "@web/drawing/parts.tsx";
import type { Actor, Person } from "@web/wire.ts";
import { useEffect } from "preact/hooks";
import { fieldAt, freshOf } from "../draft/asked.ts";
import { post, get } from "../draft/http.ts";
import type { SetupSection } from "../draft/section.tsx";
import { liveList } from "@web/drawing/live_list.ts";
import { Folded, LiveRow, t as row } from "./live.tsx";

// What the list of people shows of each, and who may change whom.

type Me = Pick<Actor, "id" | "role">;
const ORDER = ["admin", "hall_manager", "team_leader", "guide", "clerk", "region_office"];
const rank = (role: string): number => (ORDER.indexOf(role) + 1 || ORDER.length + 1);

export const byRole = (people: readonly Person[]): Person[] =>
  [...people].sort((a, b) => rank(a.role) - rank(b.role) || a.login.localeCompare(b.login, "en", { numeric: true }));

/** By any part of the name or number; full-width digits count as digits. */
export function matching(people: readonly Person[], words: string): Person[] {
  const wanted = words.normalize("NFKC").trim().toLowerCase();
  return people.filter((one) => `${one.login} ${one.name}`.toLowerCase().includes(wanted));
}

export const isMe = (me: Me, person: Person): boolean => me.id === `person:${person.login}`;

/** A hall manager touches and makes no administrator. */
export const mayGive = (me: Me, role: string): boolean => me.role === "admin" || role !== "admin";

export const lockedNow = (person: Person, now: number): boolean => person.locked_until !== null && Date.parse(person.locked_until) > now;

export const staff = liveList(async () => ({ people: await get("/api/people"), me: await get("/api/me") }));

const t = pairs({
  create: ["添加", "Add"],
  cancel: ["取消", "Cancel"],
  search: ["按姓名或工号查找", "Find by name or number"],
  you: ["本人", "you"],
  locked: ["有人试错密码过多，该处 {time} 前不能登录", "too many wrong passwords; that place is shut until {time}"],
  withdrawn: ["已停用", "Withdrawn"],
  withdrawn_n: ["已停用（{n}）", "Withdrawn ({n})"],
  role_ends: ["改角色后，此人要重新登录。", "After a change of role the person logs in anew."],
  password: ["重设密码", "New password"],
  password_again: ["再点一次：重设密码", "Tap again: new password"],
  put_out: ["踢出", "Put out"],
  put_out_hint: ["平板丢了就点这里：此人在所有设备上的登录立即失效", "Tap this when a tablet is lost: all log-ins of this person end at once, on every device"],
  put_out_done: ["{name} 已在所有设备上退出", "{name} is logged out everywhere"],
  withdraw: ["停用", "Withdraw"],
  withdraw_again: ["再点一次：停用", "Tap again: withdraw"],
  withdraw_done: ["{name} 已停用，已在所有设备上退出", "{name} is withdrawn and logged out everywhere"],
  readmit: ["恢复", "Readmit"],
  not_yours: ["只能由系统管理员修改", "For administrators"],
  password_of: ["{name} 的密码", "Password of {name}"],
  password_once: ["只显示这一次。请抄给本人，登录后工作。", "Shown this once. Copy it for the person, who can then log in."],
  copy: ["复制", "Copy"],
  copied: ["已复制", "Copied"],
  noted: ["抄好了", "I have it"],
});

interface Once {
  name: string;
  password: string;
}

/** A password that is shown once; over plain HTTP a browser offers no clipboard, and it is copied by hand. */
function PasswordOnce({ name, password, onDone }: Once & { onDone: () => void }) {
  const copied = useSignal(false);
  const copy = () => void navigator.clipboard?.writeText(password).then(() => (copied.value = true), () => undefined);
  return (
    <div class="live-edit once password-once" role="status">
      <p>{t("password_of", { name })}</p>
      <output>{password}</output>
      <p class="faint">{t("password_once")}</p>
      <p class="buttons">
        {!!navigator.clipboard && <Button onClick={copy}>{t(copied.value ? "copied" : "copy")}</Button>}
        <Button kind="primary" onClick={onDone}>{t("noted")}</Button>
      </p>
    </div>
  );
}

interface RowProps {
  person: Person;
  me: Actor;
  onPassword: (made: Once) => void;
}

function PersonRow({ person, me, onPassword }: RowProps) {
  const open = useSignal(false);
  const typed = useSignal(person);
  const { login, name, role, active } = person;
  const path = { login };
  const mine = isMe(me, person);
  const touched = typed.value.name.trim() !== name || typed.value.role !== role;
  const save = () => staff.act(post("/api/people/{login}", { path, body: { name: typed.value.name.trim(), role: typed.value.role } }), () => row("changed", typed.value as never)).then((done) => done && (open.value = false));
  const renew = async (how: "password" | "readmit") => {
    const made = await staff.act(post(`/api/people/{login}/${how}`, { path }));
    if (made) onPassword({ name, password: made.password });
  };
  const out = (how: "put_out" | "withdraw") => void staff.act(post(`/api/people/{login}/${how}`, { path }), () => t(`${how}_done`, { name }));
  const state = (
    <>
      {mine && <Badge tone="brand">{t("you")}</Badge>}
      {lockedNow(person, now.value) && <Badge tone="over">{t("locked", { time: clockText(Date.parse(person.locked_until!)) })}</Badge>}
      {!active && <Badge>{t("withdrawn")}</Badge>}
    </>
  );
  const instead = !mayGive(me, role) ? <small class="faint">{t("not_yours")}</small> : active ? undefined : <Button onClick={() => void renew("readmit")} aria-label={`${t("readmit")} ${name}`}>{t("readmit")}</Button>;
  return (
    <LiveRow name={name} facts={[login, inWords(fieldAt("people.role")!, role)]} state={state} open={open.value} onOpen={(on) => (open.value = on)} instead={instead}>
      <Asks where="people" item={typed.value} set={(next) => (typed.value = next)} only={["name", "role"]} more={{ role: { disabled: mine, options: rolesFor(me) } }} />
      {typed.value.role !== role && <p class="hint">{t("role_ends")}</p>}
      <p class="buttons">
        {touched && <Button kind="primary" disabled={!typed.value.name.trim()} onClick={() => void save()}>{row("done")}</Button>}
        <Button onClick={() => out("put_out")} title={t("put_out_hint")}>{t("put_out")}</Button>
        <Danger quiet again={t("password_again")} onConfirm={() => void renew("password")}>{t("password")}</Danger>
        {!mine && <Danger again={t("withdraw_again")} onConfirm={() => out("withdraw")}>{t("withdraw")}</Danger>}
      </p>
      <p class="hint">{t("put_out_hint")}</p>
    </LiveRow>
  );
}

const rolesFor = (me: Actor) => fieldAt("people.role")!.choices.filter(({ value }) => mayGive(me, value)).map(({ value, text }) => ({ value, label: text }));

function AddPerson({ me, onMade, onClose }: { me: Actor; onMade: (made: Once) => void; onClose: () => void }) {
  const field = fieldAt("people")!;
  const typed = useSignal(freshOf("people") as Pick<Person, "login" | "name" | "role">);
  const create = async (event: Event) => {
    event.preventDefault();
    const made = await staff.act(post("/api/people", { body: typed.value }));
    if (made) onMade({ name: typed.value.name, password: made.password });
  };
  return (
    <form class="live-edit" aria-label={tx(field.add)} onSubmit={(event) => void create(event)}>
      <Asks where="people" item={typed.value} set={(next) => (typed.value = next)} more={{ role: { options: rolesFor(me) } }} />
      <p class="buttons">
        <Button kind="primary" type="submit" disabled={problems(field.fields, typed.value).length > 0}>{t("create")}</Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </form>
  );
}

const SEARCH_FROM = 8;
const adding = signal(false);

const Add = () => <Button kind="primary" icon="people" onClick={() => (adding.value = true)}>{tx(fieldAt("people")!.add)}</Button>;

function PeoplePart() {
  const words = useSignal("");
  const once = useSignal<Once | null>(null);
  useEffect(() => {
    adding.value = false;
    void staff.read();
  }, []);
  const known = staff.all.value;
  const matched = byRole(matching(known?.people ?? [], words.value));
  const gone = matched.filter((one) => !one.active);
  const show = (made: Once) => ((once.value = made), (adding.value = false));
  const list = (some: readonly Person[]) => <ul class="live-list">{some.map((person) => <PersonRow key={person.login + person.name + person.role} person={person} me={known!.me} onPassword={show} />)}</ul>;
  return (
    <>
      {adding.value && known && <AddPerson me={known.me} onMade={show} onClose={() => (adding.value = false)} />}
      {once.value && <PasswordOnce {...once.value} onDone={() => (once.value = null)} />}
      {known && known.people.length > SEARCH_FROM && <Field label={t("search")}><TextInput value={words.value} onChange={(next) => (words.value = next)} /></Field>}
      {list(matched.filter((one) => one.active))}
      {known && !matched.length && <p class="faint">{tx(fieldAt("people")!.empty)}</p>}
      <Folded title={t("withdrawn_n", { n: gone.length })} n={gone.length}>{list(gone)}</Folded>
    </>
  );
}

export const peopleSection: SetupSection = { id: "people", tools: Add, part: PeoplePart, steps: ["people"] };
