// Who comes by appointment, in every list of those who wait: 约 and the time, before which there is no wait.
import { Badge } from "../drawing/parts.tsx";
import { pairs } from "../language/i18n.ts";
import { clockText } from "../time/clock.ts";

const t = pairs({
  booked: ["约 {time}", "Booked {time}"],
} as const);

export const bookedText = (booked_for: string): string => t("booked", { time: clockText(Date.parse(booked_for)) });

export const Booked = ({ of }: { of: { booked_for: string | null } }) => (of.booked_for ? <Badge tone="brand">{bookedText(of.booked_for)}</Badge> : null);
