// The whole set-up as a file: taken out, and read back into the draft; nothing is applied before it is saved.
import { signal } from "@preact/signals";
import { pairs, tx } from "@web/language/i18n.ts";
import { saveAs } from "@web/dialogue/files.ts";
import { Button, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import { orRefusal, Refusal } from "@web/dialogue/refusal.ts";
import type { FileRead } from "@web/wire.ts";
import { Changes } from "./changes.tsx";
import { Danger, Group } from "@web/form/form.tsx";
import { get, post } from "../draft/http.ts";
import type { SetupSection } from "../draft/section.tsx";
import { changed, problems, replaceDraft } from "../draft/store.ts";
import { FileButton } from "@web/form/file_button.tsx";

const LARGEST = 512 * 1024;

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whatever an editor saved it in (on Chinese machines often GBK); null for what is no text. */
export function lettersOf(bytes: Uint8Array): string | null {
  const mark = `${bytes[0]},${bytes[1]}`;
  if (mark === "255,254") return decoded(bytes, "utf-16le");
  if (bytes.includes(0)) return null;
  return decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030");
}

const t = pairs({
  lead: ["整个营业厅的设置可以存成一个文件：备份、发给别的营业厅、或用记事本改好再读回来。", "The hall's whole set-up as one file: to keep, to send to another hall, or to edit and read back."],
  export: ["导出", "Export"],
  exportLead: ["现在生效的设置，不含人员密码、设备和排队数据。", "The set-up in force; without passwords, devices and the day's customers."],
  download: ["下载 hall.toml", "Download hall.toml"],
  saved: ["已下载 hall.toml", "hall.toml is downloaded"],
  import: ["读入文件", "Read a file"],
  importLead: ["读入后先列出与现在设置的差别，点“保存”之前什么都不会改变。", "First you see how it differs from the set-up in force; nothing changes before you save."],
  choose: ["选择 .toml 文件", "Choose a .toml file"],
  reading: ["正在读取 {name}…", "Reading {name}…"],
  other: ["{name} 不是文字文件。请选择从本系统导出的 hall.toml。", "{name} is not a text file. Choose a hall.toml exported from here."],
  large: ["{name} 太大（超过 512 KB），不像是设置文件。", "{name} is too large (over 512 KB) for a set-up file."],
  same: ["{name} 与现在的设置完全相同。", "{name} is the same as the set-up in force."],
  differs: ["{name} 与现在的设置有 {n} 处不同：", "{name}: differences from the set-up in force: {n}"],
  problems: ["其中有 {n} 处需要改正后才能保存：", "To correct before it can be saved: {n}"],
  overwrite: ["您还有未保存的修改，载入文件后会被替换。", "You have unsaved changes; loading the file replaces them."],
  load: ["载入，再检查保存", "Load, then check and save"],
  loadAgain: ["再点一次，替换未保存的修改", "Tap again to replace unsaved changes"],
  loaded: ["已载入 {n} 处修改，检查后请保存", "Loaded; check the {n} change(s) and save"],
  drop: ["不要了", "Leave it"],
});

interface ReadFile extends FileRead {
  name: string;
}

const candidate = signal<ReadFile | null>(null);
const trouble = signal("");
const reading = signal("");

async function download(): Promise<void> {
  saveAs(await get("/api/setup/file"), "hall.toml");
  notify(t("saved"), "good");
}

async function read(file: File): Promise<void> {
  forget();
  reading.value = file.name;
  const text = file.size > LARGEST ? null : lettersOf(new Uint8Array(await file.arrayBuffer()));
  const known = text === null ? null : await orRefusal(post("/api/setup/file", { body: { text } }));
  reading.value = "";
  if (!known) trouble.value = t(file.size > LARGEST ? "large" : "other", { name: file.name });
  else if (known instanceof Refusal) trouble.value = `${file.name}: ${tx(known.text)}`;
  else candidate.value = { name: file.name, ...known };
}

function forget(): void {
  candidate.value = null;
  trouble.value = "";
}

function load({ config, changes, problems: wrong }: ReadFile): void {
  replaceDraft(config);
  problems.value = wrong;
  forget();
  notify(t("loaded", { n: changes.length }), "good");
}

const File = () => (
  <>
    <Group title={t("export")} lead={t("exportLead")}>
      <Button icon="document" onClick={() => void download().catch(notifyRefusal)}>{t("download")}</Button>
    </Group>
    <Group title={t("import")} lead={t("importLead")}>
      <FileButton accept=".toml,text/plain" onFiles={([file]) => read(file!)}>{t("choose")}</FileButton>
      {reading.value && <p role="status">{t("reading", { name: reading.value })}</p>}
      {trouble.value && <p class="refused" role="alert">{trouble.value}</p>}
      {candidate.value && <Differences {...candidate.value} />}
    </Group>
  </>
);

function Differences(file: ReadFile) {
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

export const file: SetupSection = { id: "file", title: { zh: "设置文件", en: "Set-up file" }, lead: () => t("lead"), part: File };
