// What is said when something in use is about to go.
import { pairs } from "@web/i18n.ts";

export const t = pairs({
  and: ["、", ", "],
  next: ["；", "; "],
  more: [" 等 {n} 个", " and others, {n} in all"],
  of_kind: ["{kind}：{names}", "{kind}: {names}"],
  ladder: ["单独的补救阶梯", "a ladder of its own"],
  kept: ["在用；要删除请点上面的“不再需要”", "In use; see above to remove it"],
  wants: ["不再需要“{name}”", "“{name}” is no longer needed"],
  used: ["正在用它的：{uses}。选一个来接替，再删除。", "It is used by {uses}. Choose what takes its place, then remove it."],
  loses: ["用到它的：{uses}；删除后它们不再包含它。", "Used by {uses}; they go on without it when it is removed."],
  last: ["用到它的：{uses}；它是最后一个，不能删除。", "Used by {uses}; it is the last one and stays."],
  instead: ["改用", "Use instead"],
  choose: ["请选择", "Please choose"],
  replace: ["改用后删除", "Replace and remove"],
});
