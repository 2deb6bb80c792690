// What the set-up page and the server say to each other, by the names this page has for it.
export type {
  ChangeShown as Change,
  Choices,
  FigureShown as Figure,
  PlanShown as Plan,
  Saved,
  SetUp as Setup,
  Step as Ready,
  Together,
  WrongPlace as Problem,
} from "@web/wire.ts";
import type { Paths } from "@web/wire.ts";

/** One line of the record: a set-up that changed, was planned or dropped, or who was let in or shut out. */
export type Entry = Paths["/api/setup/history"]["get"]["answer"][number];
