"""A USB bus with one printer on it, in the place of libusb: what pyusb asks, it answers."""

import asyncio
import queue
from types import SimpleNamespace
from typing import Any, cast

import usb.backend
import usb.core

from tests.devices.tcp_printer import LoopbackPrinter

ETIMEDOUT, ENODEV = 110, 19


class Bus(usb.backend.IBackend):  # type: ignore[misc]  # no types
    """Bytes go to the printer in its loop's turn; its answers wait here to be read."""

    def __init__(self, printer: LoopbackPrinter, vendor: int = 0x04B8, product: int = 0x0202) -> None:
        self.printer, self.numbers, self.there = printer, (vendor, product), True
        self._loop = asyncio.get_running_loop()
        self._said: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._configured = 0
        cast(Any, printer)._wire = SimpleNamespace(send=self._said.put)

    def enumerate_devices(self) -> list[str]:
        return ["the printer"] if self.there else []

    def get_device_descriptor(self, dev: object) -> object:
        vendor, product = self.numbers
        return SimpleNamespace(
            bLength=18,
            bDescriptorType=1,
            bcdUSB=0x200,
            bDeviceClass=0,
            bDeviceSubClass=0,
            bDeviceProtocol=0,
            bMaxPacketSize0=64,
            idVendor=vendor,
            idProduct=product,
            bcdDevice=0x100,
            iManufacturer=0,
            iProduct=0,
            iSerialNumber=0,
            bNumConfigurations=1,
            address=1,
            bus=1,
            port_number=1,
            port_numbers=(1,),
            speed=3,
        )

    def get_configuration_descriptor(self, dev: object, config: int) -> object:
        if config:
            raise IndexError
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=2,
            wTotalLength=32,
            bNumInterfaces=1,
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0xC0,
            bMaxPower=1,
            extra_descriptors=[],
        )

    def get_interface_descriptor(self, dev: object, intf: int, alt: int, config: int) -> object:
        if intf or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=4,
            bInterfaceNumber=0,
            bAlternateSetting=0,
            bNumEndpoints=2,
            bInterfaceClass=7,
            bInterfaceSubClass=1,
            bInterfaceProtocol=2,
            iInterface=0,
            extra_descriptors=[],
        )

    def get_endpoint_descriptor(self, dev: object, ep: int, intf: int, alt: int, config: int) -> object:
        return SimpleNamespace(
            bLength=7,
            bDescriptorType=5,
            bEndpointAddress=(0x03, 0x84)[ep],  # not the ones the library takes for granted
            bmAttributes=2,
            wMaxPacketSize=64,
            bInterval=0,
            bRefresh=0,
            bSynchAddress=0,
            extra_descriptors=[],
        )

    def open_device(self, dev: object) -> object:
        return dev

    def close_device(self, dev_handle: object) -> None: ...
    def claim_interface(self, dev_handle: object, intf: int) -> None: ...
    def release_interface(self, dev_handle: object, intf: int) -> None: ...

    def reset_device(self, dev_handle: object) -> None:
        self.printer.power_cut()  # a reset forgets what is not on paper

    def set_configuration(self, dev_handle: object, config_value: int) -> None:
        self._configured = config_value

    def get_configuration(self, dev_handle: object) -> int:
        return self._configured

    def bulk_write(self, dev_handle: object, ep: int, intf: int, data: Any, timeout: int) -> int:
        self._still_there()
        self._loop.call_soon_threadsafe(self.printer.received, bytes(data))
        return len(data)

    def bulk_read(self, dev_handle: object, ep: int, intf: int, buff: Any, timeout: int) -> int:
        self._still_there()
        try:
            buff[0] = self._said.get(timeout=timeout / 1000)
        except queue.Empty:
            raise usb.core.USBTimeoutError("timed out", -7, ETIMEDOUT) from None
        return 1

    def _still_there(self) -> None:
        if not self.there:
            raise usb.core.USBError("gone", -4, ENODEV)
