// An instrument: a label, a big figure, and how it stands in words.
import type { ComponentChildren } from "preact";

interface Props {
  label: string;
  figure: string;
  tone?: string;
  children?: ComponentChildren;
}

export const Gauge = ({ label, figure, tone = "", children }: Props) => (
  <div class={`gauge ${tone}`}>
    <span class="label">{label}</span>
    <b class="figure">{figure}</b>
    <span class="says">{children}</span>
  </div>
);
