"""Figures of taking a number: at the kiosk, from home, on paper."""

from dataclasses import dataclass

from server.domain.config.figure import HOUR, Group, figure


@dataclass(frozen=True, kw_only=True)
class NumberFigures:
    series_start: int = figure(
        1,
        "count",
        row="5.0",
        group=Group.NUMBERS,
        ends=(1, 9999),
        zh="每日起始号",
        en="First number of a day",
    )
    # after A999 the series goes on with A1000 and no number comes twice in a day; slips, boards and voice say
    # four digits at most
    series_limit: int = figure(
        9999,
        "count",
        row="5.0",
        group=Group.NUMBERS,
        ends=(1, 9999),
        zh="每日号码上限",
        en="Last number of a day",
    )
    return_days: int = figure(
        30,
        "count",
        row="B09",
        group=Group.NUMBERS,
        ends=(0, 365),
        zh="一次告知单、二次优先卡在几天内有效",
        en="Days in which a notice or a pass brings its holder back",
    )
    return_head_start_seconds: int = figure(
        600,
        "s",
        row="B09",
        group=Group.NUMBERS,
        ends=(0, HOUR),
        zh="凭告知单再来的客户提前多少时间排队",
        en="How much earlier a return counts as taken",
    )
    appointment_days: int = figure(
        7,
        "count",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 90),
        zh="最多可预约几天以后",
        en="Days ahead that appointments are given",
    )
    appointment_slot_seconds: int = figure(
        1800,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(300, 4 * HOUR),
        zh="一个预约时段的长度",
        en="How long one slot of appointments is",
    )
    appointment_share: float = figure(
        0.3,
        "%",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 1),
        zh="窗口时间可预约的份额，其余留给现场客户",
        en="Share of the counters' time that may be booked; the rest is for walk-ins",
    )
    appointment_head_start_seconds: int = figure(
        600,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, HOUR),
        zh="预约客户比预约时间提前多少排队",
        en="How long before the slot an appointment counts as taken",
    )
    appointment_early_seconds: int = figure(
        1800,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 4 * HOUR),
        zh="预约时间前多久可以签到",
        en="How early one may check in",
    )
    appointment_late_seconds: int = figure(
        600,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 2 * HOUR),
        zh="过了预约时间多久不再保留",
        en="How late an appointment is still kept",
    )
    one_ticket_a_person: bool = figure(
        False,
        "bool",
        row="Q39",
        group=Group.NUMBERS,
        zh="同一人同一业务同时只能有一个号（取号时输入手机号等才生效）",
        en="One open number for each person and business, where a person is known by a phone number or the like",
    )
    appointment_public: bool = figure(
        False,
        "bool",
        row="Q22",
        group=Group.NUMBERS,
        zh="客户可在本厅网页上自己预约",
        en="Customers may book on the hall's own page",
    )
    appointment_from_phone: int = figure(
        2,
        "count",
        row="Q22",
        group=Group.NUMBERS,
        ends=(1, 50),
        zh="网上预约：一部手机最多同时有几个预约",
        en="Booked on the hall's own page: most open appointments of one phone",
    )
    appointment_network_share: float = figure(
        0.25,
        "%",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 1),
        zh="网上预约：同一网络最多占一天一项业务可约数的份额（至少 2 个）",
        en="Booked on the hall's own page: most of a day's appointments for a business that one network holds (2 at least)",
    )
    remote_numbers: bool = figure(
        False,
        "bool",
        row="Q42",
        group=Group.NUMBERS,
        zh="客户可在来之前用手机取号，到店确认后才叫",
        en="Customers may take a number by phone before they come; it is called once they have arrived",
    )
    remote_at_once: int = figure(
        10,
        "count",
        row="Q42",
        group=Group.NUMBERS,
        ends=(1, 200),
        zh="最多有几个远程号还没到店",
        en="Most numbers from home whose holders are still on the way",
    )
    remote_from_network: int = figure(
        5,
        "count",
        row="Q42",
        group=Group.NUMBERS,
        ends=(1, 200),
        zh="其中来自同一网络的最多几个",
        en="Most of them from one network",
    )
    remote_arrive_seconds: int = figure(
        2700,
        "s",
        row="Q42",
        group=Group.NUMBERS,
        ends=(300, 4 * HOUR),
        zh="远程取号后至少保留多久",
        en="How long a number from home is kept at least",
    )
    remote_grace_seconds: int = figure(
        600,
        "s",
        row="Q42",
        group=Group.NUMBERS,
        ends=(0, HOUR),
        zh="轮到远程号还没到店，再保留多久",
        en="How long it is kept once its turn has come and nobody has arrived",
    )
    door_code_seconds: int = figure(
        HOUR,
        "s",
        row="Q42",
        group=Group.NUMBERS,
        ends=(300, 24 * HOUR),
        zh="到店码多久换一次",
        en="How often the code shown at the door changes",
    )
    kiosk_priority: bool = figure(
        True,
        "bool",
        row="Q39",
        group=Group.NUMBERS,
        zh="顾客可在取号机自选优先",
        en="Customers may ask for priority at the kiosk",
    )
    scan_seconds: int = figure(
        3,
        "s",
        row="5.1",
        group=Group.NUMBERS,
        ends=(1, 20),
        zh="单键扫描：取号机每一步停留的时间",
        en="One switch: how long the kiosk stands on each button before it moves on",
    )
    space_moves: bool = figure(
        False,
        "bool",
        row="5.1",
        group=Group.NUMBERS,
        zh="两键盘的“下一个”键发空格（否则空格是单键扫描的键）",
        en="The pad of two keys sends a space for “next” (else a space is the one switch)",
    )
    numbers_a_minute: int = figure(
        600,
        "count",
        row="O41",
        group=Group.NUMBERS,
        ends=(1, 100_000),
        zh="每台取号机或每人每分钟最多取号、补打",
        en="Numbers and reprints of one kiosk or person in a minute",
    )
    asks_a_minute: int = figure(
        3000,
        "count",
        row="O41",
        group=Group.NUMBERS,
        ends=(60, 1_000_000),
        zh="每台设备或每人每分钟最多操作",
        en="Asks of one device or person in a minute",
    )
