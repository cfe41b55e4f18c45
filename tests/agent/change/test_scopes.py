"""What bounds a relative, reported, temporal or conditional clause bounds that clause; what bounds the main deed takes it back."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.language.lemmas import Language
from agent.change.model import EvidenceLine
from agent.change.telling.reading import read


def supported(text: str, evidence: str, language: Language) -> bool:
    return ground(text, [EvidenceLine(ref="0", text=evidence)], language=language).supported


@pytest.mark.parametrize(
    ("evidence", "text", "language"),
    [
        (
            "Showed the baker how much yeast we would use in a week.",
            "Showed the baker how much yeast we would use in a week.",
            "en",
        ),
        (
            "Helped pupils who wanted to borrow books from the library.",
            "Helped pupils borrow books from the library.",
            "en",
        ),
        (
            "Got a client who had never heard of us and asked for a meeting.",
            "Got a client and asked for a meeting.",
            "en",
        ),
        (
            "Moved pallets that should have gone to another depot.",
            "Moved pallets that should have gone to another depot.",
            "en",
        ),
        ("Let people try the bikes in the yard before buying.", "Let people try the bikes before buying.", "en"),
        ("Planned the shift rota for 12 porters every week.", "Planned the weekly rota for 12 porters.", "en"),
        (
            "Recorded which residents had refused to take their tablets.",
            "Recorded which residents had refused their tablets.",
            "en",
        ),
        ("Reported to the manager if a delivery had not arrived.", "Reported missing deliveries to the manager.", "en"),
        (
            "Trained volunteers who could not read maps to use the route app.",
            "Trained volunteers to use the route app.",
            "en",
        ),
        (
            "Sold tickets to visitors who had never been to the museum.",
            "Sold tickets to first-time museum visitors.",
            "en",
        ),
        (
            "Thought about how the store was laid out and moved the heavy goods to the lower shelves.",
            "Moved the heavy goods to the lower shelves.",
            "en",
        ),
        (
            "Zeigte neuen Kollegen, was sie an der Kasse nicht tun sollten.",
            "Zeigte neuen Kollegen, was sie an der Kasse nicht tun sollten.",
            "de",
        ),
        ("Ayudé a los alumnos que querían cambiar de grupo.", "Ayudé a los alumnos a cambiar de grupo.", "es"),
        ("Repaired bikes that nobody had been able to fix before.", "Repaired bikes.", "en"),
        ("Read meters at homes where nobody had been in for weeks.", "Read meters at homes.", "en"),
        ("Had a stall at the Saturday market and sold honey there.", "Sold honey at the Saturday market.", "en"),
        (
            "Explained to parents why the trip was cancelled and refunded the fares.",
            "Refunded the fares and explained to parents why the trip was cancelled.",
            "en",
        ),
        (
            "Checked the stands that should have been taken down after the fair.",
            "Checked the stands after the fair.",
            "en",
        ),
        ("Sent samples to the lab when the milk did not smell right.", "Sent milk samples to the lab.", "en"),
        ("Answered emails from readers who tried to cancel their subscription.", "Answered readers' emails.", "en"),
        ("Réparé des vélos qui ne roulaient plus.", "Réparé des vélos.", "fr"),
        ("Warned swimmers when the tide was about to turn.", "Warned swimmers about the tide.", "en"),
        (
            "Explained how the boiler should be used to tenants who had just moved in.",
            "Explained boiler use to tenants.",
            "en",
        ),
        ("Asked the foreman which beams we should cut and cut them to length.", "Cut beams to length.", "en"),
        ("Checked whether the alarm was tested and wrote it in the log.", "Wrote alarm tests in the log.", "en"),
        ("Got permits for builders who had been refused once.", "Got permits for builders.", "en"),
        ("Rief Mieter an, die nicht gezahlt hatten.", "Rief Mieter an.", "de"),
        ("Cambié ventanas que no cerraban bien.", "Cambié ventanas.", "es"),
        ("Joined as an apprentice who repaired saws.", "Repaired saws.", "en"),
        ("Was the only porter who held the keys and locked the wards.", "Held the keys and locked the wards.", "en"),
    ],
)
def test_the_main_deed_stands(evidence: str, text: str, language: Language) -> None:
    assert supported(text, evidence, language)


@pytest.mark.parametrize(
    ("evidence", "text", "language"),
    [
        ("Showed the owner how much we would save with a new oven.", "Saved the owner money with a new oven.", "en"),
        ("Was to lead the night shift from May, but the site closed.", "Led the night shift.", "en"),
        ("Learning to weld at evening class.", "Welds at work.", "en"),
        (
            "Took notes when the chef who ran the pastry section planned menus.",
            "Planned menus for the pastry section.",
            "en",
        ),
        ("Drew up how the depot could be automated.", "Automated the depot.", "en"),
        ("Got a colleague to translate the leaflets.", "Translated the leaflets.", "en"),
        ("Thought about setting up a repair café.", "Set up a repair café.", "en"),
        ("Watched how the fitter aligned the shaft.", "Aligned the shaft.", "en"),
        ("Could not finish the roof before winter.", "Finished the roof before winter.", "en"),
        ("Hoped to publish the study when the data were complete.", "Published the study.", "en"),
        (
            "Did not train staff who joined after March and kept no records.",
            "Trained staff who joined after March.",
            "en",
        ),
        ("Talked to a friend who builds websites at school.", "Built websites.", "en"),
        ("Planned a new menu that was never launched.", "Launched a new menu.", "en"),
        ("Aidé la responsable qui dirigeait le chantier.", "Dirigé le chantier.", "fr"),
        ("Showed the trainer what I had not learned yet.", "Learned everything the trainer showed.", "en"),
        ("Showed the mayor how the bridge could be widened.", "Widened the bridge.", "en"),
        ("Offered to translate the brochure.", "Translated the brochure.", "en"),
        ("Waited while the driver unloaded the pallets.", "Unloaded the pallets.", "en"),
        ("Have a gas certificate that is no longer valid.", "Gas certified.", "en"),
        ("Admitted that I had never flown a drone.", "Flew a drone.", "en"),
        ("Rang a firm that was to clean the tanks.", "Cleaned the tanks.", "en"),
        ("Told clients who did not pay that we would sue.", "Sued clients.", "en"),
        ("When the plan failed I never rebuilt the kiln.", "Rebuilt the kiln.", "en"),
        ("Fragte, ob ich das Boot streichen könnte.", "Strich das Boot.", "de"),
        ("Aidé le collègue qui réparait les moteurs.", "Réparé les moteurs.", "fr"),
        ("Warned the skipper that the engine was not repaired.", "Repaired the engine.", "en"),
        ("Asked the vet to neuter the cats.", "Neutered cats.", "en"),
        ("Knew the man who trained the horses.", "Trained the horses.", "en"),
        ("Could have translated the contracts if they had asked.", "Translated contracts.", "en"),
        ("Have not painted boats since I was a trainee and do not plan to.", "Painted boats.", "en"),
        ("Paid a cousin who repaired the tractors.", "Repaired tractors.", "en"),
        ("Did not sell the flats that I photographed.", "Sold the flats.", "en"),
        ("Dit que je n'avais pas peint la salle.", "Peint la salle.", "fr"),
        ("Joined with an apprentice who repaired saws.", "Repaired saws.", "en"),
        ("Worked as an aide to the smith who repaired saws.", "Repaired saws.", "en"),
    ],
)
def test_what_was_not_done_by_the_person_stays_refused(evidence: str, text: str, language: Language) -> None:
    assert not supported(text, evidence, language)


def denied(line: str) -> set[str]:
    reading = read(line, "en")
    return {token.low for token, mark in zip(reading.tokens, reading.marks, strict=True) if mark.denied}


def test_a_denial_ends_with_its_clause() -> None:
    assert denied("Got a client who had never heard of us and asked for a meeting.") == {"heard"}


def test_a_denied_thing_stays_denied_where_it_is_the_persons_own() -> None:
    assert {"drive", "crane"} <= denied("Told the firm that I could not drive a crane.")
