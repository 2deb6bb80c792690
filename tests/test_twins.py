from tests.twins import lines, table

SOURCE = """def twice(n):
    # doubled

    return n * 2


async def later():
    return [twice(n) for n in (1, 2)]
"""


def test_the_lines_of_a_file_are_those_that_can_run() -> None:
    assert lines(compile(SOURCE, "it", "exec")) == {1, 4, 7, 8}


def test_what_runs_least_comes_first() -> None:
    shares = {"server/clock.py": (9, 10), "server/web/x.ts": (1, 4), "server/web/none.ts": (0, 0)}
    assert table(shares) == [
        "   0%    0/0    server/web/none.ts",
        "  25%    1/4    server/web/x.ts",
        "  90%    9/10   server/clock.py",
    ]
