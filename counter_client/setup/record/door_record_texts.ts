// The words of the record of the door: who came in, who was refused, who read about people.
import { pairs } from "@web/i18n.ts";

export const t = pairs({
  title: ["登录与查阅记录", "Log-ins and readings"],
  lead: ["谁在什么时候、从哪里登录，谁被拒绝，谁查看或导出了人员资料和报表。保存在本机，不能修改。", "Who logged in, when and from where, who was refused, who looked at or saved people's data and reports. Kept on this machine; nobody can change it here."],
  loading: ["正在读取记录…", "Reading the record…"],
  unread: ["读不到记录：{why}", "The record cannot be read: {why}"],
  retry: ["重试", "Try again"],
  empty: ["还没有记录", "Nothing yet"],
  more: ["显示更早的记录", "Show earlier ones"],
  from: ["来自 {address}", "from {address}"],
  many: ["来自多处", "from many places"],
  times: ["共 {n} 次，最后 {time}", "{n} times, last at {time}"],
  nobody: ["没有这个工号的人", "a number nobody has"],
  logged_in: ["{who} 登录", "{who} logged in"],
  log_in_refused: ["登录被拒绝：{who}", "Log-in refused: {who}"],
  locked_out: ["输错次数过多，该处暂停登录：{who}", "Too many wrong tries, that place is shut for a while: {who}"],
  own_password_changed: ["{who} 修改了自己的密码", "{who} changed their own password"],
  own_pin_changed: ["{who} 修改了自己的快捷码", "{who} changed their own PIN"],
  people_read: ["{who} 查看了人员名单", "{who} looked at the list of people"],
  devices_read: ["{who} 查看了设备名单", "{who} looked at the list of devices"],
  events_read: ["{who} 查看了逐笔记录", "{who} looked at single events"],
  report_read: ["{who} 查看了报表", "{who} looked at a report"],
  report_saved: ["{who} 导出了报表", "{who} saved a report"],
  set_up_saved: ["{who} 导出了设置文件", "{who} saved the set-up as a file"],
  printer_confirmed: ["{who} 确认网络打印机打出了小票", "{who} saw a slip come out of a network printer"],
});
