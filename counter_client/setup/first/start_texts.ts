// The words of the first section: what is still missing, and where the other machines go.
import { pairs } from "@web/i18n.ts";

export const t = pairs({
  todo: ["还差 {n} 步就可以营业", "Steps left before the hall can open: {n}"],
  ready: ["全部准备好了，可以营业", "Everything is ready; the hall can open"],
  readyLead: ["以后要改什么，从左边选；每次修改都有记录，可以撤销。", "To change something later, choose it in the list; every change is recorded and can be undone."],
  lead: ["按顺序做，做完的会自动打勾。随时可以离开，下次接着做。", "In this order; a step is ticked by itself once it is done. You can leave at any time and go on later."],
  done: ["已完成", "Done"],
  open: ["未完成", "Not done yet"],
  go: ["去设置", "Set up"],
  goOpen: ["打开窗口操作台", "Open a counter's console"],
  goTicket: ["打开取号机页面", "Open the kiosk page"],
  addresses: ["在其他机器上打开", "Open on the other machines"],
  addressesLead: ["取号机、大屏、窗口屏的电脑用浏览器打开下面的地址，会显示配对码；到“设备”里输入配对码即可。手机或平板可以扫码。", "Open these addresses in the browsers of kiosks, boards and displays: each shows a pairing code to type in under \"Devices\". Phones and tablets can scan."],
  local: ["您现在用的是本机地址（{host}），其他机器打不开。请在其他机器上用本机在网络中的地址，例如终端里显示的那个。", "You are using this machine's own address ({host}), which other machines cannot open. Use its address on the network there, such as the one shown in the terminal."],
  kiosk: ["取号机", "Kiosk"],
  lobby: ["大屏", "Lobby board"],
  counter: ["营业员操作台（登录）", "Clerk's console (log-in)"],
  window: ["窗口屏", "Window display"],
  guide: ["引导平板（登录）", "Guide's tablet (log-in)"],
  evaluator: ["评价器", "Evaluator"],
  which: ["窗口", "Counter"],
  qr: ["{name}的二维码", "QR code of {name}"],
});
