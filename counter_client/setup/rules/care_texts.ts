// The words of the section about over-waits and their ladder.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "超时补救", en: "Over-waits" };

export const t = table({
  zh: {
    title: "超时补救",
    lead: "客户等得太久时一步步做什么、告诉谁。每位客户每一步只做一次。",
    whether: "要不要补救",
    key_yes: "本厅是重点厅，所以执行",
    key_no: "本厅不是重点厅，所以不执行（在“基本信息”里改）",
    ladder: "等候阶梯（所有业务）",
    ladder_lead: "等候严格超过该时间才执行。“服务补救”的时间就是全厅的超时标准。",
    ladder_of: "等候阶梯：{names}",
    dated: "{whose}，{day} 起",
    and: "、",
    add_step: "加一步",
    remove: "删除",
    remove_step: "删除这一步：{act}",
    usual_ladder: "恢复通常的阶梯",
    own: "个别业务的阶梯",
    own_lead: "有的业务本来就久，例如“工商业用气”，可以有自己的阶梯；没有的按上面的来。",
    no_own: "现在没有，所有业务用同一个阶梯。",
    add_own: "加一个业务的阶梯",
    remove_ladder: "删除这个阶梯",
    twice: "这些业务在两个阶梯里都有：{names}",
  },
  en: {
    title: "Over-waits",
    lead: "What happens step by step when a customer waits too long, and who is told. Each step once a visit.",
    whether: "Whether at all",
    key_yes: "This is a key hall, so they are on",
    key_no: "This is no key hall, so they are off (change it under “Basics”)",
    ladder: "Ladder for all businesses",
    ladder_lead: "A step comes strictly after its time. The remedy's time is the hall's over-wait threshold.",
    ladder_of: "Ladder: {names}",
    dated: "{whose}, from {day}",
    and: ", ",
    add_step: "Add a step",
    remove: "Remove",
    remove_step: "Remove this step: {act}",
    usual_ladder: "Back to the usual ladder",
    own: "Ladders of single businesses",
    own_lead: "Some businesses take long by nature and can have a ladder of their own; the others go by the one above.",
    no_own: "None now; all businesses have the same ladder.",
    add_own: "Add a ladder for a business",
    remove_ladder: "Remove this ladder",
    twice: "These businesses are in two ladders: {names}",
  },
});
