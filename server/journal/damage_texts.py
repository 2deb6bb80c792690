"""What is said of a hall's data that are damaged or gone, and what to do; Chinese first."""

from collections.abc import Mapping

from server.domain.text import Text

SAYS: Mapping[str, Text] = {
    "gap": Text(
        "流水缺少第 {first} 条到第 {last} 条（共 {n} 条）。营业厅照常营业；含这段时间的报表不出数。请用最近的备份恢复",
        "The journal lacks entries {first} to {last} ({n}). The hall goes on; reports over that time are not given. Restore the newest backup",
    ),
    "doubled": Text(
        "流水第 {first} 条起有 {n} 条重复编号（两份数据混在一起）。营业厅照常营业；含这段时间的报表不出数。请用最近的备份恢复",
        "From entry {first} on, {n} entries of the journal are there twice: two histories were mixed. The hall goes on; reports over that time are not given. Restore the newest backup",
    ),
    "unknown_kind": Text(
        "流水第 {first} 条起有 {n} 条本版本不认识的记录（{kinds}）。营业厅照常营业；含这段时间的报表不出数。请安装写下它的版本，或用备份恢复",
        "From entry {first} on, {n} entries of the journal are of a kind this version does not know ({kinds}). The hall goes on; reports over that time are not given. Install the version that wrote them, or restore a backup",
    ),
    "near": Text(
        "流水在第 {first} 条附近损坏或缺失，读不出来。请用最近的备份恢复",
        "The journal is damaged or lacks something near entry {first}. Restore the newest backup",
    ),
    "torn": Text(
        "流水第 {first} 条起有 {n} 条损坏，读不出来。营业厅照常营业；含这段时间的报表不出数。请用最近的备份恢复",
        "From entry {first} on, {n} entries of the journal are damaged and cannot be read. The hall goes on; reports over that time are not given. Restore the newest backup",
    ),
    "pages": Text(
        "数据文件有损坏的页。请尽快停止服务，用最近的备份恢复",
        "Pages of the data file are damaged. Stop the service soon and restore the newest backup",
    ),
    "snapshot": Text(
        "为快速启动保存的快照与流水不一致（{what}）。已按流水重建",
        "What is kept to start quickly differed from the journal ({what}); it was made anew from the journal",
    ),
    "snapshot_found": Text(
        "为快速启动保存的快照与流水不一致（{what}）。请停止服务，运行 hallqueue replay --mend 按流水重建",
        "What is kept to start quickly differs from the journal ({what}). Stop the service and run `hallqueue replay --mend`: it is made anew from the journal",
    ),
    "lost": Text(
        "流水不完整，也没有损坏之后的快照：营业厅按读得出的部分继续营业，今天的号码跳过一段，不会重号。请核对排队的顾客，用最近的备份恢复",
        "The journal is not whole and no snapshot was taken behind the damage: the hall goes on by what can be read, and today's numbers leave out a stretch so that none comes twice. Look at who is waiting, and restore the newest backup",
    ),
    "hopeless": Text(
        "{file} 的流水和快照都已损坏，读不出营业厅。请把备份恢复到这里：hallqueue restore --data {folder} --move-away 备份文件",
        "Journal and snapshots of {file} are both damaged; no hall can be read from it. Restore a backup here: hallqueue restore --data {folder} --move-away BACKUP",
    ),
    "unreadable": Text(
        "{file} 已损坏，读不出来（{why}）。请用备份恢复：hallqueue restore --data {folder} --move-away 备份文件",
        "{file} is damaged and cannot be read ({why}). Restore a backup: hallqueue restore --data {folder} --move-away BACKUP",
    ),
    "empty_file": Text(
        "{file} 是空文件，里面原来的营业厅不见了。没有新建营业厅。请用备份恢复（hallqueue restore --move-away），要建新厅请先把它移走",
        "{file} is empty: the hall that was in it is gone. No new hall was made. Restore a backup (hallqueue restore --move-away), or move the file away to begin a new hall",
    ),
    "no_tables": Text(
        "{file} 里没有营业厅的数据表。没有新建营业厅。请用备份恢复（hallqueue restore --move-away），要建新厅请先把它移走",
        "{file} has none of a hall's tables. No new hall was made. Restore a backup (hallqueue restore --move-away), or move the file away to begin a new hall",
    ),
    "file_gone": Text(
        "{file} 不见了，但营业厅留下的文件还在：{left}。没有新建营业厅。请把它放回来，或用备份恢复（hallqueue restore --move-away）；要建新厅请用空的文件夹",
        "{file} is gone, but what a hall leaves is there: {left}. No new hall was made. Put it back, or restore a backup (hallqueue restore --move-away); begin a new hall in an empty folder",
    ),
    "ahead": Text(
        "{file} 是由更新的版本写的，本版本读不懂。什么都没有改动。请安装写下它的版本（或更新的），要用本版本请恢复升级前留下的 {folder}/hall.before-*.sqlite3",
        "{file} was written by a newer version, which this one cannot read. Nothing was changed. Install the version that wrote it, or a later one; to go on with this one, restore what was kept before the upgrade: {folder}/hall.before-*.sqlite3",
    ),
    "unstamped": Text(
        "{file} 的数据表版本标记是空的（有人改动过数据库，或写入被打断），不知道表是哪个版本的。什么都没有改动。请恢复最近的备份：hallqueue restore --data {folder} --move-away 备份文件；没有备份时请保留这个文件，联系供应商",
        "{file} no longer says which version its tables are of (somebody changed the database, or a write was cut short). Nothing was changed. Restore the newest backup: hallqueue restore --data {folder} --move-away BACKUP; without one, keep this file and ask your supplier",
    ),
    "database_unstamped": Text(
        "数据库的表版本标记是空的，不知道表是哪个版本的。什么都没有改动。请用最近的备份恢复数据库；没有备份时请联系供应商",
        "The database no longer says which version its tables are of. Nothing was changed. Restore it from the newest backup; without one, ask your supplier",
    ),
    "database_ahead": Text(
        "数据库是由更新的版本写的，本版本读不懂。什么都没有改动。请安装写下它的版本，或更新的版本",
        "The database was written by a newer version, which this one cannot read. Nothing was changed. Install the version that wrote it, or a later one",
    ),
    "database_not_renewed": Text(
        "数据库的表升级失败（{why}），已退回原样，什么都没有改动。请装回原来的版本，并把这段话告诉供应商",
        "The tables of the database could not be brought up to date ({why}); everything is as it was before. Install the earlier version again and pass this text to your supplier",
    ),
    "not_kept": Text(
        "{file} 要先升级数据表，但升级前的备份写不下来（{why}）。什么都没有改动。请腾出磁盘空间后再启动",
        "{file} has to be brought up to date, but the copy that is made before could not be written ({why}). Nothing was changed. Make room on the disk and start again",
    ),
    "served_by_earlier": Text(
        "{file} 正由旧版本的服务器使用，要重启服务器才能升级数据表。什么都没有改动。请先重启服务器，再运行这条命令",
        "{file} is in use by a server of an earlier version, which has to be restarted before the tables can be brought up to date. Nothing was changed. Restart the server, then run this command",
    ),
    "database_served_by_earlier": Text(
        "数据库正由旧版本的服务器使用（{n} 个连接），要先停掉它们才能升级数据表。什么都没有改动。请把每个营业厅的服务器都更新并重启",
        "The database is in use by servers of an earlier version ({n} connections), which have to stop before the tables can be brought up to date. Nothing was changed. Update and restart every hall's server",
    ),
    "not_renewed": Text(
        "{file} 的数据表升级失败（{why}），已退回原样，什么都没有改动。请装回原来的版本，并把这段话告诉供应商",
        "The tables of {file} could not be brought up to date ({why}); everything is as it was before. Install the earlier version again and pass this text to your supplier",
    ),
    "file_swapped": Text(
        "{file} 在营业厅运行时被移走、删除或替换了，新的操作不再保存。请把原文件放回原处；放不回来就停止服务，用备份恢复",
        "{file} was moved, deleted or replaced while the hall runs; nothing is saved any more. Put the same file back; if that cannot be, stop the service and restore a backup",
    ),
}


def text_of(name: str, /, **places: object) -> Text:
    return SAYS[name].fill(**places)


def both(name: str, /, **places: object) -> str:
    """Both languages, a line each."""
    text = text_of(name, **places)
    return f"{text.zh}\n{text.en}"
