"""A strip on the network, over a real socket."""

import socket

import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.strips import StripConfig, open_strip
from tests.devices.strips.strip_controller import switched_on
from tests.hall_server import held_port
from tests.patience import until


def config(address: str) -> StripConfig:
    return StripConfig(id="door", kind="tcp_text", address=address)


async def test_a_text_arrives_as_one_line_of_gb18030() -> None:
    async with switched_on() as controller:
        strip = open_strip(config(controller.address))
        await strip.show("A037→3号窗口")
        await strip.show("欢迎光临")
        await until(lambda: controller.lines == ["A037→3号窗口", "欢迎光临"])


async def test_a_strip_that_is_switched_off_is_offline_and_found_again() -> None:
    async with switched_on() as controller:
        strip = open_strip(config(controller.address))
        await controller.switch_off()
        with pytest.raises(DeviceUnavailable, match="offline"):
            await strip.show("A001")
        await controller.switch_on()
        await strip.show("A002")
        await until(lambda: controller.lines == ["A002"])


async def test_a_strip_that_never_answers_does_not_keep_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.devices.strips.tcp_text.PATIENCE", 0.1)
    with socket.create_server(("127.0.0.1", 0), backlog=1) as deaf:
        port = deaf.getsockname()[1]
        waiting = [socket.create_connection(("127.0.0.1", port)) for _ in range(2)]  # its door is full
        with pytest.raises(DeviceUnavailable, match="offline"):
            await open_strip(config(f"127.0.0.1:{port}")).show("A001")
        for other in waiting:
            other.close()


@pytest.mark.parametrize("address", ["", ":5005", "host:many", "host:70000"])
def test_an_address_that_is_none_needs_a_person(address: str) -> None:
    with pytest.raises(DeviceMisconfigured, match="no host:port"):
        open_strip(config(address))


async def test_a_port_where_nobody_listens_is_offline() -> None:
    with held_port() as port, pytest.raises(DeviceUnavailable, match="offline"):
        await open_strip(config(f"127.0.0.1:{port}")).show("A001")
