"""The two ways a device fails; anything else is a bug."""


class DeviceUnavailable(Exception):  # named for the state it tells, as the field does
    """Not now: unplugged, out of paper, busy. Worth another try later."""


class DeviceMisconfigured(Exception):
    """Not ever like this: wrong address, wrong width, no such voice. A person has to look."""


class PhraseBroken(DeviceUnavailable):
    """A voice failed as none may at these words, and no other says them."""
