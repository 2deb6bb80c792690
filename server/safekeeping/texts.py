"""What backup and restore say, Chinese first."""

from collections.abc import Mapping

from server.domain.text import Text

SAYS: Mapping[str, Text] = {
    "there_already": Text("{file} 已存在，没有覆盖", "{file} exists already; it was not written over"),
    "no_folder": Text(
        "没有文件夹 {folder}；请先建好它，或把备份写到别处",
        "There is no folder {folder}; make it first, or write the backup elsewhere",
    ),
    "no_place": Text("不能在那里写 {file}：{why}", "{file} cannot be written there: {why}"),
    "not_written": Text("{data} 没有备份成 {file}：{why}", "{file} could not be written from {data}: {why}"),
    "torn_archive": Text(
        "{file} 已损坏，不能恢复（{why}）。请换一份备份",
        "{file} holds no hall that is whole ({why}); take another backup",
    ),
    "wrong_sum": Text(
        "{file} 里的 {name} 与备份时不一致，不能恢复。请换一份备份",
        "{file} holds no hall that is whole: {name} is not as it was saved; take another backup",
    ),
    "newer_format": Text(
        "{file} 是更新的版本（{release}）做的备份，请先更新本机的软件",
        "{file} was made by a newer release ({release}); update this one first",
    ),
    "no_hall_in": Text("{file} 里没有可用的营业厅（{why}）", "{file} holds no hall ({why})"),
    "in_the_way": Text(
        "{data} 里已有营业厅的文件：\n{files}\n没有恢复。加上 --move-away，会先把它们全部移到 {data} 下带日期的文件夹里，再恢复",
        "{data} has a hall's files already:\n{files}\nNothing was restored: move it away first, or let --move-away move all of them to a dated folder in there",
    ),
    "damaged_copy": Text(
        "{file} 里的营业厅有损坏，没有恢复：\n{what}\n没有别的备份时，可加 --damaged 照样恢复",
        "The hall in {file} is damaged; nothing was restored:\n{what}\nWithout another backup, --damaged restores it all the same",
    ),
    "came_otherwise": Text(
        "{data} 里的营业厅比这里运行过的旧，或者不是同一份，已按恢复备份处理：之后取的号系统不认识，号码已跳到新的一段。"
        "若有较新的备份，请停止后用 hallqueue restore 恢复",
        "The hall in {data} is older than the one that ran here, or not the same, and goes on as a restored one: "
        "numbers given since are not known, the series has jumped. If there is a newer backup, stop and use "
        "hallqueue restore",
    ),
    "no_such_number": Text(
        "没有恢复：--numbers-after 应在 1 至 {most} 之间（{said}）",
        "Nothing was restored: --numbers-after is 1 to {most}, not {said}",
    ),
    "last_admin": Text(
        "没有恢复：管理员至少要留一个（{login}）",
        "Nothing was restored: at least one administrator must stay ({login})",
    ),
    "nobody_such": Text("没有恢复：备份里没有 {name}", "Nothing was restored: the backup knows no {name}"),
    "not_as_proved": Text(
        "恢复后的数据与检查过的不一致（{data}），请换一个磁盘再恢复",
        "What lies in {data} is not what was proved; take another disk and restore again",
    ),
}


def both(name: str, /, **places: object) -> str:
    """Both languages, a line each."""
    text = SAYS[name].fill(**places)
    return f"{text.zh}\n{text.en}"
