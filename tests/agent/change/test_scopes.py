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
            "Showed the owner how much flour we would need for each batch.",
            "Showed the owner how much flour each batch would need.",
            "en",
        ),
        ("Ordered spare parts before they were about to run out.", "Ordered spare parts.", "en"),
        (
            "Took down signs that were no longer used in the corridors.",
            "Took down unused signs in the corridors.",
            "en",
        ),
        ("Called parents when a child had not come in by nine.", "Called parents when a child had not come in.", "en"),
        (
            "Moved pallets that should have gone to another depot.",
            "Moved pallets that should have gone to another depot.",
            "en",
        ),
        (
            "When I could not solve a ticket I passed it on to second line.",
            "Passed unsolved tickets to second line.",
            "en",
        ),
        ("Had the boiler serviced every year and kept the certificates.", "Kept the boiler certificates.", "en"),
        (
            "Checked whether tenants would be at home before sending the plumber.",
            "Checked that tenants were at home before sending the plumber.",
            "en",
        ),
        (
            "Recorded which residents had refused to take their tablets.",
            "Recorded which residents had refused their tablets.",
            "en",
        ),
        (
            "Phoned applicants who had never replied and updated their records.",
            "Phoned applicants and updated their records.",
            "en",
        ),
        (
            "Listened to customers who were considering leaving and offered a new tariff.",
            "Offered a new tariff to customers considering leaving.",
            "en",
        ),
        (
            "Stopped the press when the paper was about to tear and reset the tension.",
            "Stopped the press and reset the tension.",
            "en",
        ),
        (
            "Sold tickets to visitors who had never been to the museum.",
            "Sold tickets to first-time museum visitors.",
            "en",
        ),
        (
            "Packed food parcels for families that could not come in person and drove them out.",
            "Packed food parcels and drove them out to families.",
            "en",
        ),
        (
            "Booked interpreters for patients who did not speak English.",
            "Booked interpreters for patients who did not speak English.",
            "en",
        ),
        ("Half Besuchern, die ein Buch ausleihen wollten.", "Half Besuchern beim Ausleihen von Büchern.", "de"),
        ("Ayudé a los alumnos que querían cambiar de grupo.", "Ayudé a los alumnos a cambiar de grupo.", "es"),
        ("Asked drivers where they had parked and logged the bays.", "Logged the bays where drivers had parked.", "en"),
        ("Drew a plan of where the pipes would run and laid them.", "Drew a plan of the pipes and laid them.", "en"),
        ("Replaced filters before they could clog.", "Replaced filters before they clogged.", "en"),
        ("Had a stall at the Saturday market and sold honey there.", "Sold honey at the Saturday market.", "en"),
        (
            "Wrote down how much seed we would need for the lower field and ordered it.",
            "Ordered seed for the lower field.",
            "en",
        ),
        (
            "If a machine was not running by six I restarted it.",
            "Restarted machines that were not running by six.",
            "en",
        ),
        (
            "Cleared a barn that was no longer in use and turned it into a shop.",
            "Cleared a barn and turned it into a shop.",
            "en",
        ),
        ("Sent samples to the lab when the milk did not smell right.", "Sent milk samples to the lab.", "en"),
        ("Prepared rooms for brides who had booked a trial.", "Prepared rooms for brides.", "en"),
        ("Prüfte, ob die Ware beschädigt war, und meldete Schäden.", "Prüfte die Ware auf Schäden.", "de"),
        (
            "Conseillé des clients qui voulaient acheter une cuisine.",
            "Conseillé des clients pour l'achat d'une cuisine.",
            "fr",
        ),
    ],
)
def test_the_main_deed_stands(evidence: str, text: str, language: Language) -> None:
    assert supported(text, evidence, language)


@pytest.mark.parametrize(
    ("evidence", "text", "language"),
    [
        ("Showed the owner how much we would save with a new oven.", "Saved the owner money with a new oven.", "en"),
        ("Would have managed the Leeds branch if it had opened.", "Managed the Leeds branch.", "en"),
        ("Applied for the post of head teller.", "Head teller.", "en"),
        ("Helped the manager who led the store refit.", "Led the store refit.", "en"),
        (
            "Took notes when the chef who ran the pastry section planned menus.",
            "Planned menus for the pastry section.",
            "en",
        ),
        ("Wrote a plan for a nursery that was never opened.", "Opened a nursery.", "en"),
        ("Had a contractor repaint the ward.", "Repainted the ward.", "en"),
        (
            "When the supervisor was away I was not allowed to sign off work.",
            "Signed off work when the supervisor was away.",
            "en",
        ),
        ("Thought about setting up a repair café.", "Set up a repair café.", "en"),
        ("Checked if the tank had been cleaned by the night crew.", "Cleaned the tank.", "en"),
        ("Sold the van because I no longer hold a licence for it.", "Holds a licence for vans.", "en"),
        ("Wanted to retrain as a midwife and asked for a place.", "Retrained as a midwife.", "en"),
        ("Hoped to publish the study when the data were complete.", "Published the study.", "en"),
        ("Never drove the crane, which Omar operated.", "Operated the crane.", "en"),
        ("Asked what it would take to certify the lab.", "Certified the lab.", "en"),
        ("Built a weather station at school.", "Built a weather station for customers.", "en"),
        ("Planned a new menu that was never launched.", "Launched a new menu.", "en"),
        ("Voulais ouvrir un atelier quand le local serait libre.", "Ouvert un atelier.", "fr"),
        ("Quería dirigir la tienda que iban a abrir en Vigo.", "Dirigió la tienda de Vigo.", "es"),
        ("Was planned for the lead role, but the show was dropped.", "Played the lead role.", "en"),
        ("Showed the mayor how the bridge could be widened.", "Widened the bridge.", "en"),
        ("Were to rebuild the greenhouse in June.", "Rebuilt the greenhouse.", "en"),
        ("Had the electrician rewire the café.", "Rewired the café.", "en"),
        ("Cleaned up after the baker iced the cakes.", "Iced the cakes.", "en"),
        ("Have a gas certificate that is no longer valid.", "Gas certified.", "en"),
        ("Explained that I could not weld aluminium.", "Welded aluminium.", "en"),
        ("Discussed whether we could open a second surgery.", "Opened a second surgery.", "en"),
        ("Served guests who had no booking.", "Served guests with a booking.", "en"),
        ("When the plan failed I never rebuilt the kiln.", "Rebuilt the kiln.", "en"),
        ("Fragte, ob ich das Boot streichen könnte.", "Strich das Boot.", "de"),
        ("Demandé si je pourrais peindre la façade.", "Peint la façade.", "fr"),
        ("Acompañé al compañero que reparaba los motores.", "Reparé motores.", "es"),
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
