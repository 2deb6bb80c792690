// Sends the simulated people of a demo hall home, or calls them back.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button, Toast, notifyRefusal } from "@web/parts.tsx";
import { get, post } from "@web/post.ts";
import type { DemoSwitch as Running } from "@web/wire.ts";
import { t } from "./texts.ts";

const demo = signal<Running | null>(null);
const look = () => get<Running>("/api/demo").then((found) => void (demo.value = found), notifyRefusal);

export function DemoSwitch() {
  useEffect(() => void look(), []);
  if (!demo.value) return null;
  const { running, speed } = demo.value;
  const turn = () => void post(`/api/demo/${running ? "stop" : "start"}`).then(look, notifyRefusal);
  return (
    <section class="simulation">
      <p role="status">{running ? t("simulating", { speed }) : t("stopped")}</p>
      <Button kind="primary" icon={running ? "pause" : "people"} onClick={turn}>
        {running ? t("stop") : t("resume")}
      </Button>
      <Toast />
    </section>
  );
}
