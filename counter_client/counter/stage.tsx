// The stage: the one customer the clerk looks at, or what stands in the way of one.
import type { CounterView } from "@web/wire.ts";
import type { Desk } from "./desk.ts";
import { t } from "./texts.ts";
import { Customer } from "./customer.tsx";
import { Closed, Idle, Paused } from "./empty.tsx";
import { Undo } from "./undo.tsx";

function Scene({ desk, view }: { desk: Desk; view: CounterView }) {
  if (view.ticket) return <Customer view={view} ticket={view.ticket} />;
  if (view.state === "paused") return <Paused view={view} />;
  return view.state === "closed" ? <Closed desk={desk} view={view} /> : <Idle view={view} />;
}

export const Stage = ({ desk, view }: { desk: Desk; view: CounterView }) => (
  <main class={`stage ${view.state}`}>
    <Scene desk={desk} view={view} />
    <p class="hint" role="status">
      {desk.hint.value && t(desk.hint.value, { number: view.ticket?.number ?? "" })}
    </p>
    <Undo desk={desk} view={view} />
  </main>
);
