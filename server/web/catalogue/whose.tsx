// Who comes, the customer or somebody for them (B02), and so which papers: chosen once, and every sheet about the number has it.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Button } from "../drawing/parts.tsx";
import type { Business, Text } from "../wire.ts";
import { t } from "./texts.ts";
import "./catalogue.css";

/** The numbers for which somebody else comes; kept while the page is. */
const agents = signal<ReadonlySet<string>>(new Set());

/** `ticket`: "" where it is nobody in particular, and then the choice goes with the sheet. */
export function useWhose(ticket: string): [agent: boolean, choose: (agent: boolean) => void] {
  const [here, set] = useState(false);
  if (!ticket) return [here, set];
  const choose = (agent: boolean) => {
    const others = Array.from(agents.peek()).filter((one) => one !== ticket);
    agents.value = new Set(agent ? [...others, ticket] : others);
  };
  return [agents.value.has(ticket), choose];
}

/** What is to be brought: their segment's papers instead of everybody's (Q38), an agent's behind (B02); counted as the hall does. */
export const papersOf = (business: Business | undefined, agent: boolean, segment_s: readonly Text[] = []): readonly Text[] =>
  business ? [...(segment_s.length ? segment_s : business.materials), ...(agent ? business.entry.agent_materials : [])] : [];

export const Whose = ({ agent, choose }: { agent: boolean; choose: (agent: boolean) => void }) => (
  <div class="whose" role="group" aria-label={t("whose")}>
    <Button big aria-pressed={!agent} onClick={() => choose(false)}>{t("in_person")}</Button>
    <Button big aria-pressed={agent} onClick={() => choose(true)}>{t("by_agent")}</Button>
  </div>
);
