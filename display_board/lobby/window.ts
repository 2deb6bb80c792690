// How large the board's window is, as a signal.
import { signal } from "@preact/signals";

const look = () => ({ width: innerWidth, height: innerHeight });

export const windowSize = signal(look());
addEventListener("resize", () => (windowSize.value = look()));
