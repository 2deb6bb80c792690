"""What holds for any part of a hall's set-up."""

from dataclasses import fields

from server.domain.config.config import FORM, HallConfig


def assert_part(part: type) -> None:
    """Each of its values is a hall's, is no other part's, and is described for whoever sets it up."""
    own = {field.name for field in fields(part)}
    others = {field.name for base in HallConfig.__bases__ if base is not part for field in fields(base)}
    assert part in HallConfig.__bases__
    assert own
    assert not own & others
    described = {field.id: field for field in FORM}
    for name in own:
        assert described[name].label.zh, name
        assert described[name].label.en, name
