// The many states of a ticket as the few a customer has to tell apart.
export type Phase = "waiting" | "called" | "serving" | "parked" | "missed" | "over";

const PHASES: Record<string, Phase> = {
  waiting: "waiting",
  form_filling: "waiting",
  called: "called",
  serving: "serving",
  parked: "parked",
  no_show: "missed",
};

/** Every end looks alike: the number is of no more use. */
export const phase = (state: string): Phase => PHASES[state] ?? "over";
