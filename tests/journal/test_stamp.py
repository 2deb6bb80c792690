"""The stamp moves when a shape moves, and only then."""

from collections.abc import Mapping
from dataclasses import make_dataclass
from enum import Enum

from server.domain.hall import Hall
from server.journal.stamp import stamp, stamp_of

Word = Enum("Word", {"ONE": "one"})  # type: ignore[misc]


def a_tree(word: object, *more: tuple[str, type], module: str = "here") -> type:
    leaf = make_dataclass("Leaf", [("word", word), *more], namespace={"__module__": module})
    return make_dataclass("Tree", [("leaves", Mapping[str, tuple[leaf, ...]])])  # type: ignore[valid-type]


def test_the_same_shape_has_the_same_stamp_wherever_it_lies() -> None:
    assert stamp() == stamp_of(Hall)
    assert stamp() != stamp_of(a_tree(Word))
    assert stamp_of(a_tree(Word)) == stamp_of(a_tree(Word, module="elsewhere"))


def test_a_name_a_type_or_a_word_however_deep_moves_it() -> None:
    more_words = Enum("Word", {"ONE": "one", "TWO": "two"})  # type: ignore[misc]
    others = (a_tree(str), a_tree(Word | None), a_tree(more_words), a_tree(Word, ("more", int)))
    assert len({stamp_of(tree) for tree in (a_tree(Word), *others)}) == 5
