// The roles' names, and whose buttons a demo log-in offers at which screen.
import { table } from "./i18n.ts";

const names = table({
  zh: { guide: "引导员", clerk: "营业员", team_leader: "班长", hall_manager: "营业厅经理", admin: "系统管理员", region_office: "营业主管部门" },
  en: { guide: "Guide", clerk: "Clerk", team_leader: "Team leader", hall_manager: "Hall manager", admin: "Administrator", region_office: "Regional office" },
});

const AT: Record<string, readonly string[]> = {
  counter: ["clerk", "team_leader"],
  guide: ["guide", "team_leader", "hall_manager"],
  manager: ["team_leader", "hall_manager", "admin"],
};

export const mayUse = (role: string, screen: string): boolean => AT[screen]?.includes(role) ?? true;
export const roleName = (role: string): string => names(role as Parameters<typeof names>[0]) ?? role;
