"""Draws life-cycles, commands and figures for the architecture page, so that it cannot drift from the code.

`python -m deploy.architecture` writes them into `server/ARCHITECTURE.md`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from server.api.asking.wire import wire_name
from server.domain.areas import AREAS
from server.domain.askers import SYSTEM, Askers, Role
from server.domain.care.lifecycle import CASE
from server.domain.config.figure import Figure
from server.domain.config.figures import FIGURES, Figures
from server.domain.equipment.lifecycle import SLIP
from server.domain.queue.lifecycle import COUNTER, TICKET

PAGE = Path(__file__).parent.parent / "server/ARCHITECTURE.md"


def mermaid(table: Mapping[Any, Mapping[Any, Any]]) -> str:
    """One arrow per row: state, event, state."""
    rows = [
        f"    {state.value} --> {after.value}: {event.__name__}"
        for state, moves in table.items()
        for event, after in moves.items()
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", *rows, "```"])


def slip_diagram() -> str:
    rows = [
        f"    {state.value} --> {after.value}"
        for state, afters in SLIP.items()
        for after in sorted(afters, key=str)
        if after is not state
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", *rows, "```"])


def command_table() -> str:
    """By area; whoever may not be named may not ask, and the system may ask everything."""
    rows = [
        f"| `{wire_name(kind)}` | {area.name} | {_askers(area.asked_by[kind])} |"
        for area in AREAS
        for kind in area.rules
    ]
    return "\n".join(["| command | area | asked by |", "|---|---|---|", *rows])


def _askers(askers: Askers) -> str:
    return " ".join(role for role in get_args(Role) if role in askers - SYSTEM) or "the hall itself"


def refusal_table() -> str:
    rows = [f"| `{why.code}` | {area.name} | {why.text.en} |" for area in AREAS for why in area.refusals]
    return "\n".join(["| code | area | what is said |", "|---|---|---|", *rows])


def figure_table() -> str:
    usual = Figures()
    head = ["| figure | usual | least – most | unit | source | meaning |", "|---|---|---|---|---|---|"]
    rows = [
        f"| `{name}` | {_usual(getattr(usual, name))} | {_ends(known)} | {known.unit} | {known.row} "
        f"| {known.text.en} |"
        for name, known in FIGURES.items()
    ]
    return "\n".join([*head, *rows])


def _usual(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _ends(known: Figure) -> str:
    if known.ends:
        return f"{known.ends.least} – {known.ends.most}"
    return " ".join(f'"{choice.value}"' for choice in known.choices)


def blocks() -> dict[str, str]:
    """The generated parts of the page by their names."""
    return {
        "ticket": mermaid(TICKET),
        "counter": mermaid(COUNTER),
        "case": mermaid(CASE),
        "slip": slip_diagram(),
        "commands": command_table(),
        "refusals": refusal_table(),
        "figures": figure_table(),
    }


def redraw(page: str) -> str:
    """The page with every generated part as the code has it now."""
    for name, block in blocks().items():
        begin, end = f"<!-- drawn: {name} -->\n", "<!-- end -->"
        before, after = page.split(begin)
        page = f"{before}{begin}{block}\n{end}{after.partition(end)[2]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(redraw(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
