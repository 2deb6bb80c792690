// What a number's list says of it in words: back with missing papers or a pass (B09), prepared while waiting (Q23), booked (Q22).
import { Badge } from "../drawing/parts.tsx";
import { pairs } from "../language/i18n.ts";
import { Booked } from "./booked.tsx";

const t = pairs({
  missing: ["补件返回", "Back with papers"],
  pass: ["二次优先", "Return pass"],
  prepared: ["已预受理 {n}", "Prepared {n}"],
  brief_missing: ["补件", "Back"],
  brief_pass: ["二次", "Pass"],
  brief_prepared: ["预办 {n}", "Ready {n}"],
} as const);

export const cameText = (came_with: string): string => (came_with === "missing" || came_with === "pass" ? t(came_with) : "");

interface Props {
  of: { booked_for: string | null; came_with: string };
  /** How many steps are done. */
  prepared?: number;
  /** In a line that has room for few letters. */
  brief?: boolean;
}

export const Marks = ({ of, prepared = 0, brief }: Props) => (
  <>
    <Booked of={of} />
    {cameText(of.came_with) && <Badge tone="brand">{brief ? t(`brief_${of.came_with as "missing" | "pass"}`) : cameText(of.came_with)}</Badge>}
    {prepared > 0 && <Badge tone="good">{t(brief ? "brief_prepared" : "prepared", { n: prepared })}</Badge>}
  </>
);
