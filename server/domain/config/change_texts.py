"""What everything in a hall's set-up is called where its changes are told, and the forms of those sentences."""

from collections.abc import Mapping

from server.domain.text import Text

# What one item of a list is.
KINDS: Mapping[str, Text] = {
    "zones": Text("区域", "Zone"),
    "queues": Text("队列", "Queue"),
    "services": Text("业务", "Business"),
    "profiles": Text("窗口配置", "Profile"),
    "counters": Text("窗口", "Counter"),
    "gifts": Text("礼品", "Gift"),
    "printers": Text("打印机", "Printer"),
    "layouts": Text("屏幕版面", "Layout"),
    "media": Text("图片影片", "Media"),
    "notices": Text("通知", "Notice"),
    "strips": Text("条屏", "LED strip"),
}

# What a field is called; "counters.profile" before plain "profile".
FIELDS: Mapping[str, Text] = {
    "name": Text("名称", "name"),
    "industry": Text("行业", "industry"),
    "phone": Text("电话", "telephone"),
    "timezone": Text("时区", "time zone"),
    "hours": Text("营业时间", "opening hours"),
    "day": Text("日期", "day"),
    "weekday": Text("星期", "weekday"),
    "at": Text("时刻", "time"),
    "rungs": Text("各级", "steps"),
    "after_seconds": Text("等候时间", "waiting time"),
    "act": Text("做什么", "act"),
    "tells": Text("告诉谁", "tells"),
    "moment": Text("时机", "moment"),
    "effective_from": Text("启用日期", "from"),
    "written": Text("写法", "written"),
    "spoken": Text("读法", "spoken"),
    "url": Text("网址", "address"),
    "hint": Text("说明", "hint"),
    "opens": Text("开门", "opens"),
    "closes": Text("关门", "closes"),
    "begins": Text("开始", "begins"),
    "ends": Text("结束", "ends"),
    "lunch": Text("午休", "lunch break"),
    "weekdays": Text("每周例外", "weekdays"),
    "special_days": Text("节假日与特殊日", "special days"),
    "routing": Text("叫号规则", "calling order"),
    "zones": Text("区域", "zones"),
    "queues": Text("队列", "queues"),
    "services": Text("业务", "businesses"),
    "profiles": Text("窗口配置", "profiles"),
    "counters": Text("窗口", "counters"),
    "printers": Text("打印机", "printers"),
    "layouts": Text("屏幕版面", "layouts"),
    "media": Text("图片影片", "media"),
    "notices": Text("通知", "notices"),
    "strips": Text("条屏", "LED strips"),
    "gifts": Text("礼品", "gifts"),
    "scripts": Text("话术", "scripts"),
    "ladders": Text("等候阶梯", "waiting ladder"),
    "key_hall": Text("重点营业厅", "key hall"),
    "remedies": Text("超时补救", "remedies"),
    "remedy_share": Text("补救比例", "share remedied"),
    "peak_days": Text("高峰日", "peak days"),
    "peak_hours": Text("高峰时段", "peak hours"),
    "figures": Text("数值", "figures"),
    "slip": Text("小票", "slip"),
    "voice": Text("语音", "voice"),
    "zone": Text("区域", "zone"),
    "area": Text("平面图位置", "place on the map"),
    "spot": Text("平面图位置", "place on the map"),
    "speaks_apart": Text("单独播报", "speaks apart"),
    "speaker": Text("音响", "speaker"),
    "letter": Text("字母", "letter"),
    "queue": Text("队列", "queue"),
    "standard_seconds": Text("标准时长", "standard time"),
    "mean_seconds": Text("通常时长", "usual time"),
    "materials": Text("所需材料", "documents needed"),
    "e_channels": Text("电子渠道", "e-channels"),
    "note": Text("说明", "note"),
    "fee": Text("费用", "fee"),
    "profiles.queues": Text("叫的队列", "queues called"),
    "helps": Text("帮叫的队列", "queues helped"),
    "profile": Text("配置", "profile"),
    "floating": Text("流动窗口", "floating"),
    "dedicated": Text("专席", "dedicated"),
    "room": Text("接待室", "room"),
    "unit_cost_fen": Text("单价", "unit cost"),
    "stock": Text("库存", "stock"),
    "alert_below": Text("库存提醒线", "low stock from"),
    "kind": Text("类型", "kind"),
    "address": Text("地址", "address"),
    "dots": Text("纸宽", "paper"),
    "mode": Text("打印方式", "mode"),
    "ack": Text("打印回执", "acknowledgement"),
    "raster": Text("图像方式", "raster"),
    "large": Text("大字", "large print"),
    "density": Text("浓度", "density"),
    "cut": Text("切纸", "cut"),
    "feed": Text("切纸前走纸", "feed before the cut"),
    "fallback": Text("备用打印机", "fallback"),
    "logo": Text("标志", "logo"),
    "head": Text("抬头", "head line"),
    "foot": Text("结尾", "foot line"),
    "leaves_out": Text("不印的行", "lines left out"),
    "languages": Text("语言", "languages"),
    "engines": Text("语音次序", "voices, in order"),
    "one": Text("“1”的读法", "reading of 1"),
    "lexicon": Text("读音表", "readings"),
    "volume": Text("音量", "volume"),
    "volume_steps": Text("分时音量", "volume by hour"),
    "places": Text("位置", "places"),
    "layouts.queues": Text("显示的队列", "queues shown"),
    "rows": Text("行数", "rows"),
    "orientation": Text("方向", "orientation"),
    "shows_queues": Text("显示各队列", "shows the queues"),
    "shows_media": Text("显示图片影片", "shows media"),
    "shows_map": Text("显示平面图", "shows the map"),
    "file": Text("文件", "file"),
    "seconds": Text("秒数", "seconds"),
    "first_day": Text("开始日期", "first day"),
    "last_day": Text("结束日期", "last day"),
    "text": Text("内容", "text"),
    "counter": Text("窗口", "counter"),
    "columns": Text("宽度", "width"),
    "idle": Text("空闲时显示", "shown when idle"),
    "demo": Text("演示", "demo"),
    "valid_from": Text("启用日期", "from"),
    "id": Text("代号", "id"),
    "version": Text("版次", "version"),
    "x": Text("横向位置", "place across"),
    "y": Text("纵向位置", "place down"),
    "width": Text("宽", "width"),
    "height": Text("高", "height"),
}

# Codes that have a word of their own; anything else is told as it is.
CODES: Mapping[str, Text] = {
    "dots.576": Text("80 毫米", "80 mm"),
    "dots.384": Text("58 毫米", "58 mm"),
    "remedies.null": Text("仅重点营业厅", "key halls only"),
    "mode.raster": Text("图像", "picture"),
    "mode.text": Text("文字", "text"),
    "ack.gs_r": Text("有", "yes"),
    "ack.none": Text("无", "none"),
    "raster.banded": Text("分段", "in bands"),
    "raster.plain": Text("整幅", "in one piece"),
    "cut.partial": Text("半切", "partial"),
    "cut.full": Text("全切", "full"),
    "cut.none": Text("不切", "none"),
    "languages.both": Text("中英文", "both languages"),
    "languages.zh": Text("仅中文", "Chinese only"),
    "orientation.auto": Text("自动", "automatic"),
    "orientation.landscape": Text("横屏", "landscape"),
    "orientation.portrait": Text("竖屏", "portrait"),
    "near_close_rule.issue": Text("照常发号", "give numbers as usual"),
    "near_close_rule.warn": Text("提示后发号", "warn, then give"),
    "near_close_rule.stop": Text("停止发号", "stop giving numbers"),
    "routing.fair_share": Text("公平轮转", "fair share"),
    "leaves_out.wait": Text("预计等候", "expected wait"),
    "leaves_out.zone": Text("区域", "zone"),
    "leaves_out.materials": Text("所需材料", "documents"),
    "leaves_out.phone": Text("电话", "telephone"),
    "leaves_out.missed": Text("过号说明", "missed numbers"),
    "leaves_out.map": Text("平面图", "map"),
    "act.explain": Text("解释", "explain"),
    "act.pre_alert": Text("提前提醒", "pre-alert"),
    "act.remedy": Text("补救", "remedy"),
    "act.call_manager": Text("请经理", "call the manager"),
}

WEEKDAYS = (
    Text("周一", "Mon"),
    Text("周二", "Tue"),
    Text("周三", "Wed"),
    Text("周四", "Thu"),
    Text("周五", "Fri"),
    Text("周六", "Sat"),
    Text("周日", "Sun"),
)

# The forms of the sentences.
YES = Text("是", "yes")
NO = Text("否", "no")
NONE = Text("无", "none")
ALL = Text("全部", "all")
SHUT = Text("不营业", "shut")
ALWAYS = Text("全天营业", "round the clock")
AND = Text("、", ", ")
ADDED = Text("新增{what}", "New: {what}")
REMOVED = Text("删除{what}", "Removed: {what}")
CHANGED = Text("{what}：{before} → {after}", "{what}: {before} → {after}")
ORDER = Text("{what}的顺序：{after}", "Order of {what}: {after}")
GAINED = Text("{what}：加上 {after}", "{what}: adds {after}")
LOST = Text("{what}：去掉 {before}", "{what}: drops {before}")
SWAPPED = Text("{what}：去掉 {before}，加上 {after}", "{what}: drops {before}, adds {after}")
OF = Text("{whose} {what}", "{whose} {what}")
ITEM = Text("{kind}“{name}”", '{kind} "{name}"')
MINUTES = Text("{m} 分钟", "{m} min")
BOTH = Text("{m} 分 {s} 秒", "{m} min {s} s")
SECONDS = Text("{s} 秒", "{s} s")
YUAN = Text("{n} 元", "{n} yuan")
USUAL = Text("同标准", "as standard")
FROM = Text("{day} 起", "from {day}")
AFTER = Text("{act} {time}", "{act} {time}")
BLANK = Text(" ", " ")
