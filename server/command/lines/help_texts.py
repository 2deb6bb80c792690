"""What `--help` says of each command and option, Chinese first."""

from collections.abc import Mapping

from server.domain.text import Text

USAGE = "usage:"
PROGRAM = Text("营业厅的排队叫号", "Runs the queue of a service hall.")
START = Text(
    "先看示范：hallqueue demo；建自己的营业厅：hallqueue init --pack power",
    "`hallqueue demo` shows a hall; `hallqueue init --pack power` makes your own.",
)

COMMANDS: Mapping[str, Text] = {
    "serve": Text("运行营业厅", "run a real hall"),
    "demo": Text("建一个示范营业厅，由模拟的人使用", "make a demo hall and run it with simulated people"),
    "init": Text("按行业模板或营业厅文件建立营业厅", "make a hall from an industry pack or a hall file"),
    "token": Text("为设备或脚本生成令牌", "make a token for a device or a script"),
    "person": Text("添加工作人员", "add somebody who works here"),
    "doctor": Text("检查这台机器和营业厅的数据", "say what this machine and the hall's data have and lack"),
    "replay": Text("核对快照与流水是否一致", "compare the hall's snapshot with its journal"),
    "print-agent": Text("在另一台机器上打印营业厅的小票", "print a hall's slips at another box"),
    "voice": Text(
        "营业厅的语音：录音、检查、合成、试听", "what the hall is heard with: record, check, render, try"
    ),
    "voice list": Text("列出需要录音的词句（CSV）", "the phrases to record for this hall, as CSV"),
    "voice check": Text("检查录音：音量、爆音、静音", "look at recordings: level, clipping, silence"),
    "voice build": Text(
        "用神经语音合成全部词句（需数小时，可随时中断，再运行会接着做）",
        "render the hall's whole series with the neural voice (hours; stop at will, it goes on next time)",
    ),
    "voice say": Text("用营业厅的语音说一句话", "say something with the voice the hall will hear"),
    "clock": Text("核对机器的时钟与营业厅的记录", "say what this machine's clock and the hall's records say"),
    "configure": Text("按营业厅文件修改设置", "bring the hall's set-up to what a hall file says"),
    "export-config": Text("把设置写成营业厅文件", "write the hall's set-up as a hall file"),
    "staffing": Text(
        "建议某一天各时段开哪些窗口，用模拟验证（约半分钟）",
        "propose which counters a day needs, proved by simulation (half a minute)",
    ),
    "special-days": Text(
        "导入放假和调休的安排：从文件（日期,名称,营业时间），或按国家已公布的",
        "take in holidays and days worked in lieu: from a file (day,name,hours) or as China has announced them",
    ),
    "import-history": Text(
        "导入原来系统的取号记录（CSV），先试读再询问；不写文件则列出已导入的",
        "take in what the system before this one counted (CSV), tried first; without a file: list what was",
    ),
    "export-tickets": Text(
        "把每位客户的记录写成 CSV 或 Parquet，供分析用，不含个人信息",
        "write every customer's stay as CSV or Parquet for analysts, without personal data",
    ),
    "backup": Text("备份到一个文件，营业中也可以", "copy the hall's data to a file, also while it runs"),
    "drill": Text(
        "在练习用的营业厅里做每月演练 D1 至 D7", "hold the monthly exercise D1 to D7 on a practice hall"
    ),
    "sheet": Text(
        "服务器坏了时，打印谁持有哪个号码", "who has which number, to print when the server is dead"
    ),
    "restore": Text("从备份恢复营业厅", "bring a hall back from such a file"),
}

OPTIONS: Mapping[str, Text] = {
    "data": Text(
        "营业厅的数据所在的文件夹（或 HALLQUEUE_DATA）", "where the hall's data lie (or HALLQUEUE_DATA)"
    ),
    "host": Text(
        "监听的地址，默认 0.0.0.0（网络上都能打开）；127.0.0.1 只限这台电脑",
        "the address to listen on, default 0.0.0.0 (the whole network); 127.0.0.1: this machine alone",
    ),
    "port": Text("监听的端口，默认 8000", "the port to listen on, default 8000"),
    "public_url": Text(
        "二维码指向的网址，例如 http://192.168.1.10:8000",
        "what the QR codes lead to, e.g. http://192.168.1.10:8000",
    ),
    "printer": Text("一台打印机；可以写多次", "one printer; may be given several times"),
    "voice": Text(
        "用这种语音，不用营业厅设置的；可以写多次",
        "speak with this voice, not the hall's; may be given several times",
    ),
    "speaker": Text("用来播放的 ALSA 声音设备，例如 default", "ALSA device to play on, e.g. default"),
    "demo_pack": Text("示范哪个行业，默认 power", "the industry that is shown, default power"),
    "speed": Text("模拟的人快多少倍，0 为没有人，默认 1", "how fast the people are; 0: nobody (default 1)"),
    "pack": Text("行业模板", "an industry pack"),
    "from_file": Text("营业厅文件（TOML）", "a hall file (TOML)"),
    "hall_name": Text("营业厅的中文名称", "the hall's Chinese name"),
    "hours": Text(
        "营业时间“08:30-17:00”，不写则全天", 'opening hours, "08:30-17:00"; without them always open'
    ),
    "token_role": Text("令牌给什么用", "what the token is for"),
    "place": Text("窗口、打印机或区域", "a counter, a printer or a zone"),
    "token_name": Text("设备或脚本的名称", "what the device or script is called"),
    "login": Text("工号", "the staff number"),
    "person_name": Text("姓名", "the person's name"),
    "person_role": Text("做什么工作", "what the person does"),
    "password": Text("不写则生成一个，只显示一次", "made and shown once when not given"),
    "mend": Text("不一致时按流水重做快照", "make the snapshots anew where they differ"),
    "settle": Text("让营业厅改用机器的时间", "let the hall go on from the machine's time"),
    "yes": Text("不再询问", "do not ask"),
    "by": Text("谁主持演练，记在记录里", "who holds it, for the record"),
    "record": Text("演练记录写到哪里，默认 drill-日期.txt", "where the record goes, default drill-DATE.txt"),
    "check": Text("核对这份演练记录是不是原件", "say whether this record is genuine"),
    "sheet_file": Text(
        ".html 或 .txt 文件；不写则显示在屏幕上", "an .html or .txt file; default: to the terminal"
    ),
    "hall_file": Text("营业厅文件（TOML）", "a hall file (TOML)"),
    "from_day": Text("从哪一天起生效", "the day from which it holds"),
    "note": Text("修改的原因，写进历史", "why, for the history"),
    "export_file": Text("写到哪个文件；不写则显示在屏幕上", "the file to write; default: to the terminal"),
    "staffing_day": Text("哪一天，默认明天", "which day, default: tomorrow"),
    "days_file": Text(
        "CSV 文件，每行：日期,名称,营业时间（休、上班或 09:00-16:00）；不写则按国家已公布的安排",
        "a CSV file, a line: day,name,hours (shut, usual or 09:00-16:00); default: what China has announced",
    ),
    "days_year": Text("哪一年，默认今年", "of which year, default: this one"),
    "history_file": Text(
        "CSV 文件：须有“取号时间”“业务”两列，可有叫号时间、开始时间、结束时间、号码、窗口、工号、日期",
        "a CSV file with columns issued and service, and perhaps called, started, ended, number, counter, staff, day",
    ),
    "history_name": Text(
        "这次导入叫什么，默认为文件名", "what this import is called, default: the file's name"
    ),
    "history_zone": Text(
        "文件里的时间是哪个时区的，默认为营业厅的", "the time zone of the file's clock, default: the hall's"
    ),
    "history_map": Text(
        "原系统的业务对应本厅哪项，例如 缴费=A；可以写多次",
        "which business a foreign name is, e.g. Payments=A; may be given several times",
    ),
    "history_undo": Text("撤销这个名称的导入", "take the import of this name out again"),
    "tickets_file": Text(".csv 或 .parquet 文件", "a .csv or .parquet file"),
    "to_day": Text("到哪一天为止", "the last day"),
    "backup_file": Text("备份写到哪个文件", "the file to write"),
    "restore_file": Text(
        "备份文件，或被移开的营业厅文件夹", "a backup, or the folder of a hall that was moved away"
    ),
    "move_away": Text("把原有的文件移到带日期的文件夹", "move what lies there to a dated folder"),
    "damaged": Text("流水有损坏的也恢复", "also a hall whose journal is damaged"),
    "numbers_after": Text("今天的号码从这个数之后继续", "today's numbers go on above this one"),
    "shut_out": Text("不再让进的人员和设备", "people and devices that stay out"),
    "server": Text("营业厅的网址，例如 http://192.168.1.10:8000", "e.g. http://192.168.1.10:8000"),
    "agent_token": Text("打印代理的令牌", "the print agent's token"),
    "token_file": Text("写有令牌的文件", "a file with the token"),
    "agent_name": Text("营业厅的打印机以它为地址", "what the hall's printers name as their address"),
    "agent_printer": Text(
        "这台机器上的打印机；可以写多次", "a printer of this box; may be given several times"
    ),
    "recordings": Text(
        "录音所在的文件夹；不写则为营业厅自己的", "the folder of recordings; default: the hall's own"
    ),
    "upto": Text("每个队列合成多少个号码，默认 200", "numbers of each queue (default 200)"),
    "text": Text("要说的话", "what is said"),
    "language": Text("哪种语言，默认 zh", "in which language, default zh"),
    "wav": Text("声音写到哪个文件，默认 said.wav", "the file to write, default said.wav"),
}
