// The set-up page: everything a hall manager sets up, section by section, saved when they say so.
import { startInOwn } from "@web/language/i18n.ts";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import type { ManagerView } from "@web/wire.ts";
import "./setup.css";
import { firstSetUp } from "./setup/first/first.tsx";
import { Frame } from "./setup/frame/frame.tsx";

function SetUp({ live }: BodyProps<ManagerView>) {
  const actor = live.actor.value;
  const { role = "", name = "" } = actor ?? {};
  return <Frame role={role} name={name} actor={actor} />;
}

startInOwn();
void firstSetUp(() => mount("manager", SetUp, { login: true }));
