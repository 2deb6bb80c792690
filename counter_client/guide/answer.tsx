// What was asked and answered on the spot (B20): a topic of the business, and words where none fits.
import { useState } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { DoorService } from "@web/wire.ts";
import { t } from "./texts.ts";

interface Props {
  service: DoorService;
  answered: (said: { topic: number; words: string }) => void;
}

const LETTERS = 120;

export function Answer({ service, answered }: Props) {
  const [topic, choose] = useState(-1);
  const [words, say] = useState("");
  return (
    <section class="answer">
      {service.topics.length > 0 && (
        <div class="choices" role="group" aria-label={t("topic")}>
          {service.topics.map((one, at) => (
            <Button key={one.zh} aria-pressed={topic === at} onClick={() => choose(topic === at ? -1 : at)}>{tx(one)}</Button>
          ))}
        </div>
      )}
      <label class="words">
        {t("asked_words")}
        <input type="text" maxLength={LETTERS} value={words} onInput={(event) => say(event.currentTarget.value)} />
      </label>
      <Button big kind="primary" class="said" onClick={() => answered({ topic, words: words.trim() })}>{t("way_answered")}</Button>
    </section>
  );
}
