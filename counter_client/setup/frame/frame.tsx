// Around every section: who is here, the list of sections, what stands in the way of saving, the save bar.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import { logOut } from "@web/access/log_out.ts";
import { OwnName } from "@web/access/own_access.tsx";
import { liveList } from "@web/drawing/live_list.ts";
import { Button, notify } from "@web/drawing/parts.tsx";
import { Language } from "@web/drawing/language.tsx";
import type { Actor } from "@web/dialogue/protocol.ts";
import { upload } from "@web/dialogue/upload.ts";
import { roleName } from "@web/language/roles.ts";
import { Danger, Known, type Knows } from "@web/form/form.tsx";
import { get, token } from "../draft/http.ts";
import { fieldAt, form, nameOf, optionsOf } from "../draft/asked.ts";
import { inChinese } from "../hall/english.tsx";
import { belowName } from "../hall/names.tsx";
import { t } from "./frame_texts.ts";
import { dayText } from "../draft/when.ts";
import { Nav } from "./nav.tsx";
import { forgetRefusal, Refused, SaveBar } from "./save.tsx";
import { changes, faultAt, followDraft, judge } from "../draft/judged.ts";
import { changed, discard, draft, guardDraft, problemOf, reload, setup } from "../draft/store.ts";
import { Headed, titleOf } from "../draft/section.tsx";
import { at, followAddress } from "./where.ts";

const MAY = ["hall_manager", "admin"];
const LOOK_AGAIN = 10_000;
const SELDOM = 3; // sections other than the checklist change less by themselves

/** What is asked stays the same while the page lives. */
const { read, unread } = liveList(async () => {
  if (!form.peek().length) form.value = await get("/api/setup/form");
  await reload();
});

/** Others change the hall, too: an untouched page looks again now and then, and when it is looked at. */
function keepUp(): () => void {
  let turn = 0;
  const look = () => void (document.visibilityState === "visible" && !changed.peek() && read());
  const timer = setInterval(() => (at.peek().id === "start" || ++turn % SELDOM === 0) && look(), LOOK_AGAIN);
  document.addEventListener("visibilitychange", look);
  void read().then(async () => {
    if (!changed.peek()) return;
    await judge().catch(() => undefined);
    notify(t("kept", { n: changes.peek().length }));
  });
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

interface Who {
  role: string;
  name: string;
  actor: Actor | null;
}

export function Frame({ role, name, actor }: Who) {
  const may = MAY.includes(role);
  useEffect(followAddress, []);
  useEffect(() => (may ? keepUp() : undefined), [may]);
  useEffect(guardDraft, []);
  useEffect(followDraft, []);
  return (
    <div class="setup setup-form">
      <Head role={role} actor={actor} />
      {!role ? <p class="wait" role="status">{t("loading")}</p> : may ? <Body /> : <NotAllowed role={role} name={name} />}
    </div>
  );
}

const Head = ({ role, actor }: Omit<Who, "name">) => (
  <header class="setup-head">
    <h1>{t("setup")} {setup.value && <small>{tx(setup.value.config.name)}</small>}</h1>
    <a class="button quiet" href="/manager/">{t("board")}</a>
    <Language />
    {actor && <span class="who"><OwnName actor={actor} screen="manager" place="" /> <small>{roleName(role)}</small></span>}
    <LogOut />
  </header>
);

/** Unsaved changes go with who made them, so a lone tap is not enough. */
const LogOut = () =>
  changed.value ? (
    <Danger quiet again={t("logOutAgain")} onConfirm={leave}>{t("logOut")}</Danger>
  ) : (
    <Button kind="quiet" onClick={leave}>{t("logOut")}</Button>
  );

const bring = (file: File): Promise<string> => upload("/api/media", file, token()).then((kept) => kept.file);
const bringDocument = (file: File): Promise<string> => upload("/api/documents", file, token()).then((kept) => kept.file);
const KNOWS: Knows = { inChinese, bring, bringDocument, fieldAt, problemAt: faultAt, problemOf, optionsOf, nameOf, below: belowName };

function Body() {
  if (!draft.value) return <Waiting />;
  return (
    <Known.Provider value={KNOWS}>
      <div class="setup-body">
        <Nav />
        <Shown key={at.value.id}>
          <Planned />
          <Refused />
          <Headed section={at.value} />
        </Shown>
      </div>
      <SaveBar />
    </Known.Provider>
  );
}

/** A section that was gone to begins at its top, for eyes and for screen readers. */
function Shown({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLAnchorElement) box.current?.focus({ preventScroll: true });
  }, []);
  return <main ref={box} tabIndex={-1} aria-label={tx(titleOf(at.value))}>{children}</main>;
}

function Planned() {
  const plan = setup.value?.plans[0];
  if (!plan || at.value.id === "history") return null;
  return <p class="planned">{t("planned", { day: dayText(plan.valid_from) })} <a href="#history">{t("plannedSee")}</a></p>;
}

const Waiting = () =>
  unread.value ? (
    <div class="wait" role="alert">
      <p>{t("offline", { why: tx(unread.value.text) })}</p>
      <Button kind="primary" onClick={() => void read()}>{t("retry")}</Button>
    </div>
  ) : (
    <p class="wait" role="status">{t("loading")}</p>
  );

const NotAllowed = ({ role, name }: Omit<Who, "actor">) => (
  <main class="wait">
    <h2>{t("notAllowed")}</h2>
    <p>{t("notAllowedHelp", { name, role: roleName(role) })}</p>
    <Button kind="primary" onClick={leave}>{t("logOut")}</Button>
  </main>
);

function leave(): void {
  discard();
  forgetRefusal();
  void logOut("manager");
}
