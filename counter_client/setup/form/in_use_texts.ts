// What is said when something in use is about to go.
import { table } from "@web/i18n.ts";

export const t = table({
  zh: {
    and: "、",
    next: "；",
    more: " 等 {n} 个",
    of_kind: "{kind}：{names}",
    ladder: "单独的补救阶梯",
    kept: "在用；要删除请点上面的“不再需要”",
    wants: "不再需要“{name}”",
    used: "正在用它的：{uses}。选一个来接替，再删除。",
    loses: "用到它的：{uses}；删除后它们不再包含它。",
    last: "用到它的：{uses}；它是最后一个，不能删除。",
    instead: "改用",
    choose: "请选择",
    replace: "改用后删除",
  },
  en: {
    and: ", ",
    next: "; ",
    more: " and others, {n} in all",
    of_kind: "{kind}: {names}",
    ladder: "a ladder of its own",
    kept: "In use; see above to remove it",
    wants: "“{name}” is no longer needed",
    used: "It is used by {uses}. Choose what takes its place, then remove it.",
    loses: "Used by {uses}; they go on without it when it is removed.",
    last: "Used by {uses}; it is the last one and stays.",
    instead: "Use instead",
    choose: "Please choose",
    replace: "Replace and remove",
  },
});
