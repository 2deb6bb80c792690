"""Every word `hallqueue voice` says to people, Chinese first."""

from collections.abc import Mapping
from typing import Final

from server.domain.text import Text

# What a recording is used for.
USES: Final[Mapping[str, Text]] = {
    "please": Text("每次叫号的开头", "begins a call"),
    "letter": Text("号码的字母", "a number's letter"),
    "digit": Text("号码的数字，逐个录，读平", "a number's digits, one by one, level"),
    "number": Text("号码之后", "ends a number"),
    "again": Text("第二次叫号", "when called again"),
    "last": Text("最后一次叫号", "the last call"),
    "counter": Text("到哪个窗口，整句录", "which counter, in one go"),
    "business": Text("第一次叫号的结尾", "ends a first call"),
    "screen": Text("取号机朗读（可不录）", "read aloud by the kiosk (not needed)"),
}
COLUMNS: Final = Text("文件,说的话,用处", "file,words,use")

PROBLEMS: Final[Mapping[str, Text]] = {
    "missing": Text("没有录", "is not recorded"),
    "unreadable": Text("打不开，请另存为 WAV", "cannot be read; save it as WAV"),
    "shape": Text(
        "是 {bits} 位、{channels} 声道，应为 16 位、单声道",
        "is {bits} bit with {channels} channels; 16 bit mono is needed",
    ),
    "rate": Text("采样率 {rate} 太低，至少 16000", "is sampled at {rate} Hz; 16000 at least are needed"),
    "silent": Text("没有声音", "is silent"),
    "clipped": Text(
        "爆音（{samples} 处），请离话筒远一点重录", "is clipped ({samples} samples); record it farther away"
    ),
    "quiet": Text(
        "太轻（{level:.0f} dB），请离话筒近一点重录", "is too quiet ({level:.0f} dB); record it closer"
    ),
    "cut_start": Text("开头被截断，请重录", "begins cut off; record it again"),
    "cut_end": Text("结尾被截断，请重录", "ends cut off; record it again"),
    "idle": Text("前后空白 {seconds:.1f} 秒，太长", "has {seconds:.1f} s of silence around it"),
    "short": Text("只有 {seconds:.2f} 秒，没说完？", "lasts {seconds:.2f} s only: said in full?"),
    "long": Text("长达 {seconds:.1f} 秒，录进了别的话？", "lasts {seconds:.1f} s: is something else in it?"),
}

SAYS: Final[Mapping[str, Text]] = {
    "how_to_record": Text(
        """怎样录音
1. 文件名就是说的话，不写标点：到三号窗口.wav。中文放 {folder}/zh/，英文放 {folder}/en/。
2. WAV，16 位，单声道，采样率 16000 以上（建议 24000 或 48000）。
3. 安静的房间，同一个人，同一只话筒，一次录完；离话筒一掌远。前后各留约 0.3 秒空白。
4. 数字和字母单独录，读平读清，不要拖长。窗口名整句录。
5. 想更自然，可以再录整个号码，如 请A零零一号.wav：有整句就用整句，没有就拼。
6. 缺的词由下一种语音代替；一次叫号的两句话尽量用同一种语音。
7. 录完检查：hallqueue voice check {folder}。新增的录音马上生效，替换过的在服务重启后生效。""",
        """How to record
1. A file is named by what is said, without punctuation: to counter 3.wav. Chinese lies in {folder}/zh/,
   English in {folder}/en/.
2. WAV, 16 bit, mono, 16000 Hz at least (24000 or 48000 is good).
3. A quiet room, one person, one microphone a hand away, in one session; about 0.3 s of silence around.
4. Digits and letters one by one, level and clear, not drawn out; counters in one go.
5. For a more natural call record whole numbers, too, such as 请A零零一号.wav: a whole phrase comes first.
6. What is missing is said by the next voice; one call is said by one voice if one can.
7. Then check: hallqueue voice check {folder}. Added recordings are used at once, replaced ones after a
   restart of the server.""",
    ),
    "unclear_letters": Text(
        "注意：字母 {letters} 容易听错（E 像“一”，G 像“接”，H 像多一个数字），建议只用 A B C D F",
        "Note: {letters} are easily misheard (E as 一, G as 接, H as one more digit); A B C D F are clear",
    ),
    "well": Text("{file}：好", "{file}: fine"),
    "ill": Text("{file}：{why}", "{file}: {why}"),
    "unused": Text("{file}：用不到，文件名写错了？", "{file}: not needed; is its name misspelt?"),
    "checked": Text("共 {total} 个，好的 {well} 个", "{well} of {total} are fine"),
    "built": Text(
        "语音包 {folder}：新做 {made}，原有 {there}，不能读 {unsaid}",
        "The pack in {folder}: {made} made, {there} were there, {unsaid} cannot be said",
    ),
    "said": Text("{voice} 读出：{path}（{seconds:.1f} 秒）", "said by {voice}: {path} ({seconds:.1f} s)"),
    "speaks": Text(
        "{voice}：能读（“{phrase}” {seconds:.1f} 秒，合成用 {took:.1f} 秒）",
        "{voice}: speaks ({phrase}, {seconds:.1f} s of sound, made in {took:.1f} s)",
    ),
    "speaks_ahead": Text(
        "{voice}：能读，取号后提前合成（“{phrase}” {seconds:.1f} 秒，合成用 {took:.1f} 秒）",
        "{voice}: speaks, made ahead when a number is taken ({phrase}, {seconds:.1f} s of sound, made in {took:.1f} s)",
    ),
    "slow": Text(
        "这台机器合成较慢，忙时来不及；请在夜间运行 hallqueue voice build",
        "this machine is slow at it and will fall behind when it is busy; run `hallqueue voice build` overnight",
    ),
    "odd_length": Text(
        "“{phrase}”读成 {seconds:.1f} 秒，应为 1 至 3 秒",
        "{phrase} takes {seconds:.1f} s; 1 to 3 s are expected",
    ),
    "cannot": Text("{voice}：没有这句话的声音", "{voice}: has no sound for this"),
    "silent": Text("{voice}：不能读（{why}）", "{voice}: does not speak ({why})"),
    # of one voice, to whoever sets the hall up
    "without_sound": Text("没有录音，由下面的声音来说", "no recordings; the next voice speaks"),
    "without_voice": Text(
        "这台机器上没有装，装法见安装手册", "not installed on this machine; the installation guide says how"
    ),
    "broken": Text(
        "出错了，在服务器上运行 hallqueue doctor 看原因",
        "it fails; `hallqueue doctor` on the server says why",
    ),
    "by_choice": Text("不说话，只响一声", "says nothing, only chimes"),
    "well_enough": Text("能说话", "speaks"),
    "hears": Text("大厅会听到：{voice}", "the hall will hear {voice}"),
    "hears_nothing": Text("大厅只有提示音，没有语音", "the hall will hear the chime only"),
}


def text_of(name: str, /, **places: object) -> Text:
    return SAYS[name].fill(**places)


def problem(name: str, /, **places: object) -> Text:
    return PROBLEMS[name].fill(**places)
