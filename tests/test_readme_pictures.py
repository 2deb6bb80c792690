"""The README's six pictures: there, small, and each said in Chinese and English."""

import re
from pathlib import Path

from PIL import Image

from tests.browser.pictures import LARGEST

ROOT = Path(__file__).parent.parent
SHOWN = re.compile(r"!\[([^\]]+)\]\((deploy/pictures/[\w-]+\.webp)\)")


def test_six_pictures_tell_the_demos_story_in_both_languages() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = SHOWN.findall(readme)
    assert [Path(path).name[0] for _, path in shown] == list("123456")
    for caption, path in shown:
        assert (ROOT / path).stat().st_size <= LARGEST
        with Image.open(ROOT / path) as picture:
            assert picture.width >= 900
        assert re.search(rf"[\u4e00-\u9fff]<br>{re.escape(caption)}", readme), caption
