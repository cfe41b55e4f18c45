"""Words that stand near each other mean what a resume calls them, whatever is between; another deed between parts them."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.language.phrases import scene_groups
from agent.change.language.scenes import find_scenes
from agent.change.model import EvidenceLine
from agent.change.telling.reading import read

RESCUE = "Carried out water rescues of swimmers."


def _scenes(said: str) -> list[set[str]]:
    line = read(said)
    return [{line.tokens[k].low for k in told} for told, _ in find_scenes(line.tokens, line.marks)]


@pytest.mark.parametrize(
    "said",
    [
        "Pulled nearly all of the tired swimmers out of the sea.",
        "Two tired swimmers were pulled out of the sea.",
    ],
)
def test_what_stands_between_does_not_part_a_scene(said: str):
    assert ground(RESCUE, [EvidenceLine(ref="1", text=said)]).verdict == "supported"


@pytest.mark.parametrize(
    "said",
    [
        "Taught swimmers and pulled the boats out of the sea.",
        "Pulled the boats out of the sea and taught swimmers.",
        "Pulled boats out of the sea. The swimmers were taught.",
    ],
)
def test_a_scene_is_one_deed(said: str):
    assert not any({"pulled", "swimmers"} <= told for told in _scenes(said))


def test_a_verb_after_an_article_only_tells_which_thing():
    assert any({"got", "machine", "going"} <= told for told in _scenes("Got the folding machine going again."))


def test_a_denied_scene_proves_nothing():
    assert ground(RESCUE, [EvidenceLine(ref="1", text="Never pulled a swimmer out of the sea.")]).verdict != "supported"


def test_every_scene_has_two_words_or_more():
    assert all(len([slot for slot in scene.split("+") if slot.strip()]) > 1 for scene, _ in scene_groups())
