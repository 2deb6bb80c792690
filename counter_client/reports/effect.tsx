// The effect sheet: each comparison with its n, interval, power and verdict, exactly as the server concluded.
import { texts } from "@web/language/i18n.ts";
import { t } from "./texts.ts";
import { countText, NOTHING } from "./cells.ts";
import { drawn, sections, estimateText, figureText, type Compared, type Drawn, type Figure, type Group, type Section } from "./effect.ts";
import type { ReportTable } from "./shapes.ts";

export function EffectSheet({ tables }: { tables: readonly ReportTable[] }) {
  const measured = sections(tables);
  if (!measured.length) return <p class="faint">{t("no_answers")}</p>;
  return (
    <>
      <EffectPicture measured={measured} />
      {measured.map((section, n) => <SectionView key={n} section={section} />)}
    </>
  );
}

/** The one answer, large; then how it is known: every other comparison on the same scale. The line across says "no difference". */
function EffectPicture({ measured }: { measured: readonly Section[] }) {
  const { lines, zero } = drawn(measured);
  const answer = lines.find((line) => line.answers);
  const others = lines.filter((line) => line !== answer);
  return (
    <>
      {answer && (
        <section class="picture effect-picture answer">
          <Interval line={answer} zero={zero} />
          <p class="faint">{t("effect_picture")}</p>
        </section>
      )}
      {(answer || others.length > 0) && <h3 class="how">{t(answer ? "how_known" : "only_looked_at")}</h3>}
      {others.length > 0 && <section class="picture effect-picture">{others.map((line, n) => <Interval key={n} line={line} zero={zero} />)}</section>}
    </>
  );
}

const Interval = ({ line, zero }: { line: Drawn; zero: number }) => (
  <div class="bar-line">
    <span class="label">{texts(line.label)}</span>
    <svg class="interval" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <line class="zero" x1={zero} x2={zero} y1="0" y2="12" />
      <line class="span" x1={line.low} x2={line.high} y1="6" y2="6" />
      <rect class="point" x={line.value - 0.6} y="2.5" width="1.2" height="7" />
    </svg>
    <span>{estimateText(line.at)}</span>
  </div>
);

function SectionView({ section }: { section: Section }) {
  const title = texts(section.title);
  return (
    <section class="table effect">
      <h3>{title}</h3>
      {section.note && <p class="note">{texts(section.note)}</p>}
      {texts(section.verdict) && <p class="verdict">{t("verdict")} <b>{texts(section.verdict)}</b></p>}
      {section.compared.length > 0 && <Comparison title={title} compared={section.compared} />}
      {section.figures.length > 0 && <Figures figures={section.figures} />}
    </section>
  );
}

const Comparison = ({ title, compared }: { title: string; compared: readonly Compared[] }) => {
  // Some comparisons measure no shares at all: a column of dashes would say that something is missing.
  const shares = compared.some((line) => line.satisfied);
  return (
    <div class="sheet" tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("compared")}</th><th scope="col">{t("groups")}</th><th scope="col">{t("difference")}</th>{shares && <th scope="col">{t("satisfied")}</th>}
            <th scope="col">{t("power")}</th><th scope="col">{t("verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map((line, n) => (
            <tr key={n}>
              <td>{texts(line.label)}</td>
              <td>{line.groups.map((group, which) => <GroupView key={which} group={group} />)}</td>
              <td class="figure">{line.difference ? estimateText(line.difference) : <span class="few">{line.without.difference}</span>}</td>
              {shares && <td class="figure">{line.satisfied ? estimateText(line.satisfied, 0) : <span class="few">{line.without.satisfied}</span>}</td>}
              <td>{line.detectable === null ? <span class="few">{line.without.detectable}</span> : t("points", { n: line.detectable.toFixed(2) })}</td>
              <td><b>{texts(line.verdict) || NOTHING}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const GroupView = ({ group }: { group: Group }) => (
  <span class="group">
    {t("group", { name: texts(group.name), n: group.n })}{" "}
    {group.mean !== null && <small>{t("group_mean", { mean: group.mean.toFixed(2) })}</small>}{" "}
    {group.satisfied && <small>{t("group_satisfied", { share: countText(group.satisfied) })}</small>}
  </span>
);

const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl class="facts">
    {figures.map((one, n) => <div key={n}><dt>{[texts(one.line), texts(one.name)].filter(Boolean).join(" · ")}</dt><dd>{one.text}</dd></div>)}
  </dl>
);
