// The set-up page's sections in the order a new hall is set up.
import type { Text } from "@web/wire.ts";
import type { SetupSection } from "./draft/section.tsx";
import { devicesSection } from "./people/devices.tsx";
import { peopleSection } from "./people/people.tsx";
import { printers } from "./people/printers.tsx";
import { slip } from "./people/slip.tsx";
import { voice } from "./people/voice.tsx";
import { care, gifts } from "./rules/care.tsx";
import { figures } from "./rules/figures.tsx";
import { file } from "./record/file.tsx";
import { counters, hall, profiles, queues, segmentRules, segments, services, terminals, zones } from "./hall/hall.tsx";
import { doorRecord, history } from "./record/history.tsx";
import { layouts, notices, strips } from "./boards/boards.tsx";
import { map } from "./boards/map.tsx";
import { media } from "./boards/media.tsx";
import { hours } from "./hall/hours.tsx";
import { wordings } from "./rules/scripts.tsx";
import { start } from "./first/start.tsx";

/** A heading over the sections that follow it. */
export interface SectionGroup {
  title: Text;
  sections: readonly SetupSection[];
}

export const GROUPS: readonly SectionGroup[] = [
  { title: { zh: "", en: "" }, sections: [start] },
  { title: { zh: "营业厅", en: "Hall" }, sections: [hall, hours, zones, queues, services, terminals, segments, segmentRules, profiles, counters] },
  { title: { zh: "人员与设备", en: "People and devices" }, sections: [peopleSection, devicesSection, printers, slip, voice] },
  { title: { zh: "显示屏", en: "Boards" }, sections: [layouts, notices, media, map, strips] },
  { title: { zh: "规则", en: "Rules" }, sections: [figures, care, wordings, gifts] },
  { title: { zh: "记录", en: "Record" }, sections: [history, doorRecord, file] },
];

export const SECTIONS: readonly SetupSection[] = GROUPS.flatMap((group) => group.sections);
