// The words of the section about over-waits and their ladder.
import { pairs } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "超时补救", en: "Over-waits" };

export const t = pairs({
  title: ["超时补救", "Over-waits"],
  lead: ["客户等得太久时一步步做什么、告诉谁。每位客户每一步只做一次。", "What happens step by step when a customer waits too long, and who is told. Each step once a visit."],
  whether: ["要不要补救", "Whether at all"],
  key_yes: ["本厅是重点厅，所以执行", "This is a key hall, so they are on"],
  key_no: ["本厅不是重点厅，所以不执行（在“基本信息”里改）", "This is no key hall, so they are off (change it under “Basics”)"],
  ladder: ["等候阶梯（所有业务）", "Ladder for all businesses"],
  ladder_lead: ["等候严格超过该时间才执行。“服务补救”的时间就是全厅的超时标准。", "A step comes strictly after its time. The remedy's time is the hall's over-wait threshold."],
  ladder_of: ["等候阶梯：{names}", "Ladder: {names}"],
  dated: ["{whose}，{day} 起", "{whose}, from {day}"],
  and: ["、", ", "],
  add_step: ["加一步", "Add a step"],
  remove: ["删除", "Remove"],
  remove_step: ["删除这一步：{act}", "Remove this step: {act}"],
  usual_ladder: ["恢复通常的阶梯", "Back to the usual ladder"],
  own: ["个别业务的阶梯", "Ladders of single businesses"],
  own_lead: ["有的业务本来就久，例如“工商业用气”，可以有自己的阶梯；没有的按上面的来。", "Some businesses take long by nature and can have a ladder of their own; the others go by the one above."],
  no_own: ["现在没有，所有业务用同一个阶梯。", "None now; all businesses have the same ladder."],
  add_own: ["加一个业务的阶梯", "Add a ladder for a business"],
  remove_ladder: ["删除这个阶梯", "Remove this ladder"],
  twice: ["这些业务在两个阶梯里都有：{names}", "These businesses are in two ladders: {names}"],
});
