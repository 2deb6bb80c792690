"""What the API itself says to people when something is wrong."""

from collections.abc import Mapping

from server.domain.text import Text

API_TEXTS: Mapping[str, Text] = {
    "invalid": Text("填写有误：{said}", "Something is not filled in as it should be: {said}"),
    "not_a_number": Text("请输入号码，例如 A17", "Type a number, for example A17."),
    "booked_by_staff": Text(
        "本厅不在网上预约，请到引导台或打电话预约",
        "Appointments are made at the guide's desk or by phone here.",
    ),
    "not_in_the_hall": Text(
        "这部手机没有连着大厅 Wi-Fi。请连上再点，或输入大屏上的到店码",
        "This phone is not on the hall's Wi-Fi. Join it and try again, or type the code on the hall's board.",
    ),
    "unknown_command": Text("没有这个操作：{type}", "There is no such command: {type}"),
    "too_slow": Text("请求没有按时发完，请重试", "The request did not come in time; please try again."),
    "too_large": Text("请求内容过大", "The request is too large."),
    "not_media": Text(
        "这不是图片或视频文件，没有保存。请上传 PNG、JPG、WebP 图片或 MP4、WebM 视频",
        "This is no picture or film; nothing was kept. Use a PNG, JPG or WebP picture, or an MP4 or WebM film.",
    ),
    "media_too_large": Text(
        "文件过大，没有保存。图片不超过 5 MB，视频不超过 20 MB",
        "The file is too large; nothing was kept. Pictures up to 5 MB, films up to 20 MB.",
    ),
    "not_document": Text(
        "这不是能打开的 PDF 文件，没有保存。请在电脑上把表格另存为（或打印成）PDF 再上传",
        "This is no PDF that opens; nothing was kept. Save the form as a PDF (or print it to one) and bring that.",
    ),
    "document_too_large": Text(
        "这份 PDF 过大，没有保存。不超过 10 MB，内容也不要太多；扫描件请降低分辨率",
        "This PDF is too large; nothing was kept. Up to 10 MB and not too much in it; scan it at a lower resolution.",
    ),
    "document_locked": Text(
        "这份 PDF 加了密码或限制，没有保存。请去掉密码和限制，另存后再上传",
        "This PDF is locked; nothing was kept. Take its password and its restrictions away and bring it again.",
    ),
    "document_active": Text(
        "这份 PDF 里有脚本、附件或会自己打开的内容，没有保存。请把它“打印成 PDF”后再上传",
        "This PDF has scripts, attached files or something that opens by itself; nothing was kept. Print it to a PDF and bring that.",
    ),
    "storage_failed": Text(
        "系统存储故障，本次操作没有生效，请联系管理员",
        "The storage failed; nothing was changed. Please tell the administrator.",
    ),
    "busy": Text("系统繁忙，请稍后再试", "The system is busy; please try again in a moment."),
    "data_gone": Text(
        "服务器上的数据文件被移走、删除或替换了，操作不再保存。请马上告诉技术人员：把原来的文件放回原处；放不回来就停止服务，用备份恢复",
        "The hall's data were moved, deleted or replaced on the server; nothing is saved any more. Tell the technician at once: put the same files back, or stop the service and restore a backup.",
    ),
    "journal_damaged": Text(
        "这段时间的流水有缺损（第 {seq} 条附近），报表不可靠，所以不出数。请用最近的备份恢复，或选择不含这段时间的日期",
        "The journal of this time is damaged (near entry {seq}); a report would be wrong and is not given. Restore the newest backup, or choose days without it.",
    ),
    "visits_behind": Text(
        "报表的数据正在按流水重建（已完成 {done}），请过几分钟再看；取号、叫号照常",
        "What reports are made of is being made anew from the journal ({done} done); look again in some minutes. The hall goes on meanwhile.",
    ),
    "number_lost": Text(
        "营业厅的数据刚从备份恢复，系统里没有这个号码。您的号码没有作废：请拿着小票找引导员或任一窗口，工作人员会为您安排，不用从头排队",
        "The hall has just come back from a backup and does not know this number. It is not void: show your slip to a guide or at any counter; the staff will find you a place, not at the end of the line.",
    ),
    "device_unavailable": Text(
        "这台设备或语音现在不能用，请检查后再试",
        "The device or voice cannot be used now; check it and try again.",
    ),
    "not_found": Text("没有找到", "Not found."),
    "no_such_range": Text(
        "文件没有这一段（共 {bytes} 字节）", "The file has no such part; it has {bytes} bytes."
    ),
    "method_not_allowed": Text("不支持这种请求方式", "This address does not take that method."),
    "broken": Text("系统出错了，本次操作没有生效", "Something went wrong; nothing was changed."),
    "month_not_over": Text("{month} 还没有结束，不能锁定", "{month} is not over yet and cannot be locked."),
    "hello_first": Text("请先发送 hello", "Say hello first."),
    "clock_jumped": Text(
        "服务器时钟被调回 {span}，排队时间按原来的时钟继续计算",
        "The server's clock was set back by {span}; waits go on by the hall's own clock.",
    ),
    "clock_ahead": Text(
        "服务器时钟突然快了 {span}，尚未采用，排队时间按原来的时钟继续计算",
        "The server's clock leapt ahead by {span} and is not believed; waits go on by the hall's own clock.",
    ),
    "backup_failed": Text(
        "{at} 的备份没有做成；上一份完好的备份：{last}。请今天就让技术人员查看备份并补做一份",
        "The backup of {at} failed; the last good one: {last}. Have the technician see to it and make one today.",
    ),
    "backup_late": Text(
        "从 {since} 起没有再备份（上一份完好的备份：{last}），主机坏了会丢掉这之后的数据。请让技术人员查看每晚的备份",
        "There has been no backup since {since} (the last good one: {last}); were the machine to break, all since would be lost. Have the technician see to the nightly backup.",
    ),
    "disk_low": Text("服务器磁盘只剩 {megabytes} MB", "Only {megabytes} MB are left on the server's disk."),
}


def text(code: str, **places: object) -> Text:
    return API_TEXTS[code].without_holes(**places)
