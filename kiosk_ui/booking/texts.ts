// Every word of the booking page that staff's booking does not have.
import { pairs } from "@web/language/i18n.ts";

export const t = pairs({
  title: ["预约办理时间", "Book a time"],
  looking: ["正在查询…", "Looking…"],
  byStaff: ["本厅不在网上预约", "Times are not booked on this page"],
  byStaffHelp: ["请到引导台预约，或打电话。已有预约码，可在下面查看", "Please ask at the guide's desk or call. With a code you can look yours up below"],
  book: ["预约 {when}", "Book {when}"],
  bookNone: ["请先选业务和时间", "Choose business and time first"],
  nothingPersonal: ["不需要姓名和电话，凭预约码办理", "No name or phone number needed: the code is all"],
  keep: ["请截图保存", "Please keep a screenshot"],
  booked: ["已预约", "Booked"],
  checked_in: ["已签到 {number}", "Checked in {number}"],
  cancelled: ["已取消", "Cancelled"],
  missed: ["预约时间已过。请到大厅取普通号，或重新预约", "Its time is over. Take an ordinary number at the hall, or book again"],
  cancel: ["取消预约", "Cancel"],
  cancelSure: ["取消后时间留给别人，不能恢复", "Others get the time then; it cannot be undone"],
  cancelYes: ["确定取消", "Yes, cancel"],
  cancelNo: ["不取消", "Keep it"],
  another: ["再约一个", "Book another"],
  haveCode: ["已有预约码", "I have a code"],
  find: ["查看", "Look up"],
  unknown: ["没有这个预约，请核对预约码", "There is no such appointment; please check the code"],
  away: ["网络不通，正在重试…", "No connection, trying again…"],
  call: ["服务热线 {phone}", "Call {phone}"],
} as const);
