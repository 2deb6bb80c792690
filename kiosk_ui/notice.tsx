// What somebody went home with, on their own phone: what is missing, until when, when the hall is open, how to come back.
import { signal } from "@preact/signals";
import { render } from "preact";
import { lang, startInOwn, tx } from "@web/language/i18n.ts";
import { Language } from "@web/drawing/language.tsx";
import { Button, Icon } from "@web/drawing/parts.tsx";
import { get } from "@web/dialogue/post.ts";
import { isUnknown } from "@web/dialogue/refusal.ts";
import { dayWords, spanWords } from "@web/time/hours.ts";
import type { Answer } from "@web/dialogue/addresses.ts";
import type { NoticeView } from "@web/wire.ts";
import "./notice.css";
import { codeOf, grouped } from "@web/hall/code.ts";
import { t } from "./notice/texts.ts";

const AGAIN = 5_000; // ms until a page without an answer asks once more
const FRESH = 60_000; // it is read at leisure: the code may be used at the kiosk meanwhile

const notice = signal<NoticeView | null>(null);
const trouble = signal<"" | "gone" | "away">("");
const hall = signal<Answer<"get", "/api/hall"> | null>(null); // asked for only by who has nothing else to go by
const code = codeOf(location.hash);

async function lookForHelp(): Promise<void> {
  try {
    hall.value ??= await get("/api/hall");
  } catch {
    // the sentence alone has to do
  }
}

async function look(): Promise<void> {
  try {
    notice.value = await get("/api/notice/{code}", { path: { code } });
    trouble.value = "";
  } catch (problem) {
    if (isUnknown(problem)) await lookForHelp();
    trouble.value = isUnknown(problem) ? "gone" : "away";
  }
  setTimeout(() => void look(), trouble.value ? AGAIN : FRESH);
}

const Phone = ({ number }: { number: string }) =>
  number ? <p class="hall-phone"><a href={`tel:${number.replace(/[^\d+]/g, "")}`}><Icon name="phone" /> {t("call", { phone: number })}</a></p> : null;

/** A notice that no longer brings back is no dead end: the papers are the same, only the number is an ordinary one. */
const STATES = { good: "check", used: "clock", over: "clock" } as const;

function Paper({ of }: { of: NoticeView }) {
  const state = of.state as keyof typeof STATES;
  return (
    <>
      <section class={`card ${state}`}>
        <h1>{t(of.kind === "pass" ? "pass" : "notice")}</h1>
        <p class="service">{tx(of.service)}</p>
        <p class="state" role="status"><Icon name={STATES[state]} /> {t(state, { day: tx(dayWords(of.last_day)) })}</p>
        {tx(of.reason) && <p class="why">{t("reason", { reason: tx(of.reason) })}</p>}
      </section>
      {of.missing.length > 0 && (
        <section class="card missing">
          <h2>{t("missing", { n: of.missing.length })}</h2>
          <ul>
            {of.missing.map((paper) => (
              <li key={paper.name.zh}><label><input type="checkbox" /> <span>{tx(paper.name)}{paper.agent && <small>{t("agent")}</small>}</span></label></li>
            ))}
          </ul>
        </section>
      )}
      {state === "good" && (
        <section class="card how">
          <h2>{t("how")}</h2>
          <ol>
            <li>{t(of.kind === "pass" ? "comePass" : "come", { day: tx(dayWords(of.last_day)) })}</li>
            <li>{t("press")}</li>
            <li>{t("scan")}<b class="code">{grouped(of.code)}</b></li>
          </ol>
          <p class="faint">{t("once")}</p>
        </section>
      )}
      <section class="card hours">
        <h2>{t("hours")}</h2>
        <dl>
          {of.days.map((day) => (
            <div key={day.day} class={day.opens ? "" : "shut"}>
              <dt>{tx(dayWords(day.day))}</dt>
              <dd>{day.opens ? tx(spanWords(day)) : t("shut")}{tx(day.name) && <small>{tx(day.name)}</small>}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Phone number={of.phone} />
    </>
  );
}

function Page() {
  const of = notice.value;
  const name = of?.hall ?? hall.value?.name;
  return (
    <div class="phone" lang={lang.value === "zh" ? "zh-CN" : "en"}>
      <header>
        <strong>{name ? tx(name) : t("title")}</strong>
        <Language kind="secondary" />
      </header>
      <main>
        {of && trouble.value !== "gone" ? (
          <Paper of={of} />
        ) : (
          <section class="card none">
            <h1>{t(trouble.value === "gone" ? "gone" : "looking")}</h1>
            {trouble.value === "gone" && <p>{t("goneHelp")}</p>}
          </section>
        )}
        {trouble.value === "gone" && <Phone number={hall.value?.phone ?? ""} />}
        <p class="faint" role="status">{trouble.value === "away" ? t("away") : ""}</p>
      </main>
    </div>
  );
}

addEventListener("hashchange", () => location.reload());
startInOwn();
void look();
render(<Page />, document.getElementById("app")!);
