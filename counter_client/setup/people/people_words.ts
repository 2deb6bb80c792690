// The roles in words, and which of them this manager may give.
import { tx } from "@web/i18n.ts";
import { optionsOf } from "../draft/asked.ts";
import { givable } from "./people_rows.ts";
import { me } from "./people_state.ts";
import { t } from "./people_texts.ts";
import { setup } from "../draft/store.ts";

export const rolesFor = () => {
  const roles = setup.value?.choices.roles ?? {};
  return optionsOf("roles").filter((option) => givable(me.value, Object.keys(roles)).includes(option.value));
};

const DOES = ["guide", "clerk", "team_leader", "hall_manager", "admin", "region_office"] as const;

/** What a role may do, in a line. */
export function roleHint(role: string): string {
  const known = DOES.find((one) => one === role);
  return known ? t(`does_${known}`) : "";
}

export const roleText = (role: string): string => {
  const named = setup.value?.choices.roles[role];
  return named ? tx(named) : role;
};
