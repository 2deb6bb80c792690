"""What a business asks, and how long it usually takes."""

from server.domain.config.pieces.business import LONGEST, Service
from server.domain.form import Kind, form_of
from server.domain.text import Text


def test_without_a_usual_time_the_standard_holds() -> None:
    service = Service(id="pay", name=Text("缴费", "Pay"), queue="a", standard_seconds=180)
    assert service.usual_seconds == 180
    assert (
        Service(id="x", name=service.name, queue="a", standard_seconds=180, mean_seconds=60).usual_seconds
        == 60
    )


def test_both_times_are_spans_within_a_shift() -> None:
    known = {field.id: field for field in form_of(Service)}
    for name, least in (("standard_seconds", 1), ("mean_seconds", 0)):
        assert known[name].kind is Kind.SPAN
        assert known[name].ends is not None
        assert (known[name].ends.least, known[name].ends.most) == (least, LONGEST)
    assert known["mean_seconds"].none.zh == "同标准时长"
