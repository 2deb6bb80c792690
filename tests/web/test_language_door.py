"""One door for the language of all pages: one button, one place that settles it, one that hears the hall.

Where a hall speaks Chinese alone `lang` is Chinese and the button is not there; so no page may draw a button
of its own, settle its language otherwise or look at a hall's words to guess what it speaks.
"""

import re

from tests.web.test_rooms import modules, name

DOORS = {
    "switchTo": {"server/web/drawing/language.tsx", "kiosk_ui/kiosk/frame/comfort_bar.tsx"},
    "hallSpeaks": {"server/web/dialogue/live.ts", "server/web/dialogue/post.ts"},
    "speak": {"kiosk_ui/kiosk/comfort/comfort.ts"},  # each customer begins in Chinese
    "spokenWith": {"server/web/dialogue/live.ts", "server/web/page/gate.tsx"},
}
OF_THE_LANGUAGE = re.compile(r'import \{([^}]*)\} from "[^"]*language/i18n\.ts"')
ROUND_IT = re.compile(r'language/reader\.ts"|\blang\.value = |navigator\.languages?\b')
HOME = "server/web/language/"


def test_the_language_of_a_page_is_settled_at_one_door() -> None:
    used: dict[str, set[str]] = {door: set() for door in DOORS}
    for path in modules():
        if name(path).startswith(HOME):
            continue
        for imported in OF_THE_LANGUAGE.findall(path.read_text(encoding="utf-8")):
            for door in used.keys() & {word.strip() for word in imported.split(",")}:
                used[door].add(name(path))
    assert used == DOORS


def test_nobody_goes_round_the_door() -> None:
    others = [path for path in modules() if not name(path).startswith(HOME)]
    assert [name(path) for path in others if ROUND_IT.search(path.read_text(encoding="utf-8"))] == []


def test_every_page_whose_reader_may_choose_has_the_button() -> None:
    """Displays take turns or show both, and the description of the interface is English."""
    without = {"display_board/lobby.tsx", "display_board/window.tsx", "display_board/docs.tsx"}
    pages = [p for p in modules() if p.parent.name in {"kiosk_ui", "counter_client", "display_board"}]
    offered = re.compile(r"<Language\b|switchTo\(|login: true")

    def offers(page: str) -> bool:
        stem = page.rsplit(".", 1)[0]
        own = [p for p in modules() if name(p) == page or name(p).startswith(f"{stem}/")]
        return any(offered.search(p.read_text(encoding="utf-8")) for p in own)

    assert {name(p) for p in pages if not offers(name(p))} == without
