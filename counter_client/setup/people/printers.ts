// What printers say: their state, what a search found, what became of a test slip.
import { signal } from "@preact/signals";
import { inWords, written } from "@web/form/in_words.ts";
import { tx, pairs } from "@web/language/i18n.ts";
import { notifyRefusal } from "@web/drawing/parts.tsx";
import type { FoundPrinter, PrinterConfig, SlipSeen, Tested } from "@web/wire.ts";
import { fieldAt } from "../draft/asked.ts";
import { get, post } from "../draft/http.ts";
import { liveList } from "@web/drawing/live_list.ts";

// The words of the section about slip printers and of the wizard that sets one up.

export const t = pairs({
  unsaved: ["还没保存", "not saved yet"],
  test: ["测试小票", "Test slip"],
  testing: ["正在打印…", "Printing…"],
  tested: ["{name}：{what}", "{name}: {what}"],
  again: ["重新设置", "Set up again"],
  more: ["更多", "More"],
  no_agent: ["还没选（先在“设备”里配对打印代理）", "None yet (pair the print agent under “Devices” first)"],
  wrong: ["写法不对，请看连接方式下面的例子", "This is not how it is written; see the example below the connection"],
  dots_n: ["{n} 点", "{n} dots"],
  step_find: ["1 找到打印机", "1 Find it"],
  step_try: ["2 打一张看看", "2 Print one"],
  step_name: ["3 名称和用途", "3 Name and use"],
  looking: ["正在查找打印机，约 5 秒…", "Looking for printers, about 5 s…"],
  found_none: ["没有找到。请检查电源和连线，或在下面填写地址。", "None found. Check power and cable, or type the address below."],
  look_again: ["再找一次", "Look again"],
  answers: ["有应答", "answers"],
  silent: ["没有应答", "does not answer"],
  by_address: ["自己填写", "By its address"],
  use: ["使用", "Use"],
  next: ["下一步", "Next"],
  back: ["上一步", "Back"],
  cancel: ["取消", "Cancel"],
  print: ["打印测试页", "Print a test slip"],
  paper_first: ["先确认：打印机已开机、有纸、盖子合上。", "First make sure that it is on, has paper and its cover is shut."],
  out: ["小票出来了吗？两端的标记都在吗？", "Did the slip come out? Are the marks at both edges there?"],
  kiosk: ["给哪台取号机用", "For which kiosk"],
  kiosk_hint: ["立即生效；以后可在“设备”里改", "Holds at once; change it later under “Devices”"],
  no_kiosk: ["暂不指定", "None for now"],
  default_name: ["取号小票", "Slips"],
  finish: ["完成", "Done"],
  finish_save: ["完成并保存", "Done, save"],
  finished: ["{name} 已加到未保存的修改里，请点下面的“保存”", "{name} is among your unsaved changes: tap “Save” below"],
  saved: ["{name} 已保存，可以使用", "{name} is saved and in use"],
});

// A printer's settings in words.

const word = (id: keyof PrinterConfig, value: unknown): string => inWords(fieldAt(`printers.${id}`)!, value);
export const kindText = (kind: string): string => word("kind", kind);

/** A width that no head has is said in dots. */
export const dotsText = (dots: number): string => (fieldAt("printers.dots")!.choices.some((one) => one.value === written(dots)) ? word("dots", dots) : t("dots_n", { n: dots }));

export const printerName = (printer: PrinterConfig): string => tx(printer.name) || printer.id;

/** "网口 192.168.1.50:9100 · 80 毫米 · 图形". */
export const printerBrief = (printer: PrinterConfig): string =>
  [`${kindText(printer.kind)} ${printer.address}`.trim(), dotsText(printer.dots), printer.mode === "text" ? word("mode", "text") : ""].filter(Boolean).join(" · ");

export const states = liveList(() => get("/api/printers"));
export const nearby = signal<readonly FoundPrinter[] | null>(null);
export const looking = signal(false);

export async function lookForPrinters(): Promise<void> {
  looking.value = true;
  nearby.value = await get("/api/printers/found").catch((no: unknown) => (notifyRefusal(no), []));
  looking.value = false;
}

const orSaid = <A>(asked: Promise<A>): Promise<A | null> => asked.catch((no: unknown) => (notifyRefusal(no), null));
export const testPrint = (printer: PrinterConfig) => orSaid(post("/api/printers/test", { body: { printer } }));
/** What the slip in the hand looks like; the printer as it is to be tried next, or kept. */
export const slipSeen = (printer: PrinterConfig, answer: SlipSeen["answer"], { outcome }: Tested) => orSaid(post("/api/printers/test/seen", { body: { printer, answer, outcome } }));

export const taken = (printer: PrinterConfig, device: FoundPrinter): PrinterConfig => ({
  ...printer,
  kind: device.kind,
  address: device.address,
  dots: device.dots ?? printer.dots,
});

/** What the address of a kind has to look like; its examples stand beside the kind. */
const ADDRESSES: Readonly<Record<string, RegExp | undefined>> = {
  tcp: /^[\w.-]+(:\d{1,5})?$/,
  serial: /^(\/dev\/|COM\d)/i,
  usb: /^(\/dev\/|[0-9a-f]{4}:[0-9a-f]{4})/i,
};

export const isAddressed = ({ kind, address }: PrinterConfig): boolean => kind === "virtual" || (ADDRESSES[kind] ?? /./).test(address.trim());

/** Printers this one may hand its slips to: any other that does not lead back to it. */
export function mayFallBackTo(printer: PrinterConfig, all: readonly PrinterConfig[]): PrinterConfig[] {
  const leadsBack = (other: PrinterConfig): boolean => {
    const seen = new Set<string>();
    for (let at: PrinterConfig | undefined = other; at && !seen.has(at.id); at = all.find((one) => one.id === at!.fallback)) {
      if (at.id === printer.id) return true;
      seen.add(at.id);
    }
    return false;
  };
  return all.filter((other) => !leadsBack(other));
}
