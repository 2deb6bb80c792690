// The whole set-up as a file: taken out, and read back into the draft; nothing is applied before it is saved.
import { signal } from "@preact/signals";
import { tx } from "@web/i18n.ts";
import { Button, notify, notifyRefusal } from "@web/parts.tsx";
import { Refusal } from "@web/refusal.ts";
import type { HallConfig } from "@web/wire.ts";
import { Changes } from "../frame/changes.tsx";
import { fileText } from "./bytes.ts";
import { t } from "./file_texts.ts";
import { Danger, Group, Section } from "@web/form/form.tsx";
import { get, post } from "../draft/http.ts";
import type { SetupSection } from "../frame/section.ts";
import type { Change, Problem } from "../draft/shapes.ts";
import { changed, problems, replaceDraft } from "../draft/store.ts";

interface ReadFile {
  name: string;
  config: HallConfig;
  changes: readonly Change[];
  problems: readonly Problem[];
}

const found = signal<ReadFile | null>(null);
const trouble = signal<{ said: string; problems: readonly Problem[] } | null>(null);
const reading = signal("");

async function download(): Promise<void> {
  const blob = await get("/api/setup/file");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = "hall.toml";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  notify(t("saved"), "good");
}

async function read(file: File): Promise<void> {
  forget();
  reading.value = file.name;
  const read = fileText(new Uint8Array(await file.arrayBuffer()));
  try {
    if ("no" in read) trouble.value = { said: t(read.no, { name: file.name }), problems: [] };
    else found.value = { name: file.name, ...(await post("/api/setup/file", { body: { text: read.text } })) };
  } catch (no) {
    if (!(no instanceof Refusal)) throw no;
    trouble.value = { said: `${file.name}: ${tx(no.text)}`, problems: [] };
  } finally {
    reading.value = "";
  }
}

function forget(): void {
  found.value = trouble.value = null;
}

function load({ config, changes, problems: wrong }: ReadFile): void {
  replaceDraft(config);
  problems.value = wrong;
  forget();
  notify(t("loaded", { n: changes.length }), "good");
}

const File = () => (
  <Section title={t("title")} lead={t("lead")}>
    <Group title={t("export")} lead={t("exportLead")}>
      <Button icon="document" onClick={() => void download().catch(notifyRefusal)}>{t("download")}</Button>
    </Group>
    <Group title={t("import")} lead={t("importLead")}>
      <label class="button secondary file-choice">
        <span>{t("choose")}</span>
        <input type="file" class="hidden" accept=".toml,text/plain" onChange={(event) => chosen(event.currentTarget)} />
      </label>
      {reading.value && <p role="status">{t("reading", { name: reading.value })}</p>}
      {trouble.value && <p class="refused" role="alert">{trouble.value.said}</p>}
      {found.value && <Found {...found.value} />}
    </Group>
  </Section>
);

/** The same file chosen again is read again. */
function chosen(input: HTMLInputElement): void {
  const file = input.files?.[0];
  if (file) void read(file).finally(() => (input.value = ""));
}

function Found(file: ReadFile) {
  const { name, changes, problems: wrong } = file;
  if (!changes.length) return <p role="status">{t("same", { name })}</p>;
  return (
    <div class="found" role="status">
      <p><strong>{t("differs", { name, n: changes.length })}</strong></p>
      <Changes changes={changes} all />
      {wrong.length > 0 && <p><strong>{t("problems", { n: wrong.length })}</strong></p>}
      {wrong.length > 0 && <ul class="changes">{wrong.map((one) => <li key={one.where + one.text.zh}>{tx(one.place)} {tx(one.text)}</li>)}</ul>}
      {changed.value && <p class="faint">{t("overwrite")}</p>}
      <p class="choices">
        {changed.value ? <Danger again={t("loadAgain")} onConfirm={() => load(file)}>{t("load")}</Danger> : <Button kind="primary" onClick={() => load(file)}>{t("load")}</Button>}
        <Button kind="quiet" onClick={forget}>{t("drop")}</Button>
      </p>
    </div>
  );
}

export const file: SetupSection = { id: "file", title: { zh: "设置文件", en: "Set-up file" }, part: File };
