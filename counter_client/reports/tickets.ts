// Which page of a figure's tickets is asked for, and how it is called.
import type { Paths } from "@web/wire.ts";
import { t } from "./texts.ts";

export type TicketsAsked = NonNullable<Paths["/api/reports/tickets"]["get"]["query"]>;
export type Order = NonNullable<TicketsAsked["order"]>;

export const PAGE = 100;

/** A row names its tickets by their address; the page adds which part of them it shows. */
export const askedTickets = (address: string, order: Order, first: number): TicketsAsked =>
  ({ ...Object.fromEntries(new URLSearchParams(address.slice(address.indexOf("?") + 1))), order, first, limit: PAGE }) as unknown as TicketsAsked;

/** "412 个号，第 101–200 个" */
export const pageText = (n: number, first: number): string =>
  n > PAGE ? t("some_of", { n, from: first + 1, to: Math.min(first + PAGE, n) }) : t("all_of", { n });
