"""Codes on paper: nobody misreads one, nobody guesses one, none is given twice."""

from server.domain.codes import as_code, code_of, fresh_code, grouped


def test_a_code_is_typed_as_people_type() -> None:
    code = code_of("token-t1")
    assert (len(code), code.isalnum(), set(code) & set("OI01")) == (10, True, set())
    for typed in (code, grouped(code).lower(), f"http://hall/ticket/?notice={code}"):
        assert as_code(typed) == code


def test_a_code_that_is_taken_is_not_given_again() -> None:
    first = fresh_code("token", ())
    assert first == code_of("token")
    assert fresh_code("token", {first}) not in (first, "")
