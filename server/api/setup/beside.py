"""What the set-up page asks beside the set-up: people, devices, and what makes a hall's first set-up."""

from dataclasses import dataclass, field

from server.access.roles import PEOPLE_ROLES
from server.domain.config.hall_parts.basics import LANGUAGES
from server.domain.config.pieces.equipment import HEADS
from server.domain.form import Choice, Form, Kind, asks, form_of, one_of
from server.domain.text import Text

DOES = {
    "guide": Text("在大厅引导、取号、关怀", "Guides in the hall, gives numbers, takes care"),
    "clerk": Text("在窗口叫号、办理", "Calls and serves at a counter"),
    "team_leader": Text(
        "营业员的全部权限，另可调配窗口、停办业务、处理提醒",
        "All a clerk may, and moves counters, suspends services, answers alerts",
    ),
    "hall_manager": Text("全部操作和设置", "Everything, and this set-up"),
    "admin": Text("全部操作和设置，包括管理员", "Everything, and this set-up, administrators too"),
    "region_office": Text("只看现场和报表", "Only looks at the live board and reports"),
}
ROLES = tuple(Choice(value=role, text=name, help=DOES[role]) for role, name in PEOPLE_ROLES.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAsked:
    login: str = field(
        metadata=asks(
            "工号",
            "Staff number",
            letters=40,
            required=True,
            help=Text(
                "登录时输入，以后不能改，也不会再给别人",
                "Typed to log in; it never changes and is never given to anybody else",
            ),
        )
    )
    name: str = field(metadata=asks("姓名", "Name", letters=40, required=True))
    role: str = field(metadata=asks("角色", "Role", choices=ROLES, starts="clerk"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceAsked:
    name: str = field(metadata=asks("名称", "Name", letters=60, required=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceTrialAsked:
    text: str = field(
        metadata=asks(
            "试听什么",
            "What to say",
            letters=60,
            help=Text("留空就试一次叫号", "Left empty, a call is said"),
            empty=Text("请A零零一号到一号窗口", "请A零零一号到一号窗口"),
        )
    )
    counter: str = field(metadata=asks("窗口", "Counter", of="counters"))
    zone: str = field(metadata=asks("哪个区域的大屏", "The board of which zone", of="zones"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPreviewAsked:
    dots: int = field(metadata=asks("纸宽", "Paper", choices=HEADS, starts=576))
    language: str = field(
        metadata=asks(
            "客户语言",
            "Customer's language",
            choices=one_of(zh=("中文", "中文"), en=("English", "English")),
            starts="zh",
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """They hold at once, outside the draft; a trial and a preview hold for nobody."""

    voice_trial: VoiceTrialAsked = field(metadata=asks("试听", "Listen"))
    slip_preview: SlipPreviewAsked = field(metadata=asks("预览", "Preview"))
    people: tuple[PersonAsked, ...] = field(
        metadata=asks(
            "人员",
            "People",
            noun=Text("人员", "Person"),
            add=Text("添加人员", "Add a person"),
            empty=Text("没有符合的人员", "Nobody found"),
            help=Text(
                "谁在这里工作、能做什么。这里的修改立即生效，不用保存。",
                "Who works here and what they may do. Changes here hold at once; nothing needs saving.",
            ),
        )
    )
    devices: tuple[DeviceAsked, ...] = field(
        metadata=asks(
            "设备",
            "Devices",
            noun=Text("设备", "Device"),
            empty=Text(
                "还没有配对过设备。在新屏幕上打开网页（如 /kiosk/、/lobby/），屏幕会显示配对码。",
                "Nothing is paired yet. Open a page on the new screen (such as /kiosk/ or /lobby/);"
                " it shows a code.",
            ),
            help=Text(
                "取号机、大屏、窗口屏、评价器、呼叫器。这里的修改立即生效，不用保存。",
                "Kiosks, boards, window displays, evaluators, keypads. Changes here hold at once;"
                " nothing needs saving.",
            ),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAsked:
    """One page, in its order; the kind of hall is chosen above it."""

    zh: str = field(
        metadata=asks(
            "中文名称",
            "Name in Chinese",
            letters=60,
            required=True,
            help=Text("显示在大屏、小票和语音里", "On boards, slips and in announcements"),
        )
    )
    en: str = field(
        metadata=asks(
            "英文名称",
            "Name in English",
            letters=60,
            help=Text(
                "可不填；英文界面和小票第二行用",
                "Optional; for the English pages and the slip's second line",
            ),
        )
    )
    languages: str = field(
        metadata=asks(
            "语言",
            "Languages",
            choices=LANGUAGES,
            required=True,
            starts="both",
            help=Text(
                "所有屏幕、页面、小票和叫号用的语言，以后可以改",
                "Of every screen, page, slip and call; it can be changed later",
            ),
        )
    )
    opens: str = field(metadata=asks("开门", "Opens", kind=Kind.TIME, required=True, starts="08:30"))
    closes: str = field(metadata=asks("关门", "Closes", kind=Kind.TIME, required=True, starts="17:00"))
    person: str = field(metadata=asks("姓名", "Name", letters=40, required=True))
    login: str = field(
        metadata=asks(
            "工号（登录用）",
            "Staff number (to log in)",
            letters=40,
            required=True,
            starts="admin",
            help=Text("字母和数字，不含空格", "Letters and figures without spaces"),
        )
    )
    password: str = field(
        metadata=asks(
            "密码",
            "Password",
            letters=100,
            required=True,
            help=Text(
                "请记住密码；忘记后只能在服务器上重设。",
                "Remember it; a forgotten one can be reset on the server only.",
            ),
        )
    )
    code: str = field(
        metadata=asks(
            "设置码",
            "Set-up code",
            required=True,
            help=Text(
                "启动程序的终端窗口里显示的一串字符，只有能看到这台机器的人才有",
                "Shown in the terminal window the program was started in,"
                " so that only somebody at the machine has it",
            ),
        )
    )


BESIDE: Form = form_of(Beside)
FIRST: Form = form_of(FirstAsked)
