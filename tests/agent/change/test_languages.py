"""German, French and Spanish: inflected forms, compounds, numbers."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.language.compounds import split_compound
from agent.change.language.inflection import find_verbs
from agent.change.language.languages import guess_language
from agent.change.language.lemmas import Language
from agent.change.language.tokens import tokenise
from agent.change.model import EvidenceLine
from agent.change.telling.reading import read


def holds(evidence: str, text: str, language: str) -> bool:
    lines = [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(evidence.split(" // "))]
    return ground(text, lines, language=language).supported


@pytest.mark.parametrize(
    ("word", "language", "verb"),
    [
        ("buchte", "de", "buchen"),
        ("eingearbeitet", "de", "einarbeiten"),
        ("gefahren", "de", "fahren"),
        ("einzuarbeiten", "de", "einarbeiten"),
        ("encaissé", "fr", "encaisser"),
        ("suit", "fr", "suivre"),
        ("rangées", "fr", "ranger"),
        ("vendí", "es", "vender"),
        ("repartía", "es", "repartir"),
    ],
)
def test_forms_lead_to_their_verb(word: str, language: str, verb: str) -> None:
    assert verb in find_verbs(word, language)


@pytest.mark.parametrize(
    ("text", "language", "deeds"),
    [
        ("Leitete fünf Auszubildende in der Praxis an.", "de", ["anleiten"]),
        ("Füllte Regale auf und buchte den Wareneingang.", "de", ["auffüllen", "buchen"]),
        ("Kosten und Karten der Gruppe je Schicht", "de", []),
        ("Suit les litiges et encaisse les clients de l'atelier", "fr", ["suivre", "encaisser"]),
        ("Preparó pedidos y maneja Excel", "es", ["preparar", "manejar"]),
    ],
)
def test_deeds_are_told_from_things(text: str, language: Language, deeds: list[str]) -> None:
    assert [token.lemma for token in tokenise(text, language) if token.deed] == deeds


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Lieferantenkommunikation", ("lieferant", "kommunikation")),
        ("Heckenschnitt", ("hecke", "schnitt")),
        ("Spätschichten", ("spät", "schicht")),
    ],
)
def test_compounds_are_parted(word: str, parts: tuple[str, str]) -> None:
    assert parts in split_compound(word)


@pytest.mark.parametrize("word", ["Verkäuferin", "Mannschaft", "Rechnungen", "Ausbildung", "Mitarbeiter"])
def test_derived_words_are_no_compounds(word: str) -> None:
    assert split_compound(word) == ()


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("zweihundertfünfzig Akten, zwölftausend Euro", "de", [250, 12000]),
        ("ein sechsköpfiges Team", "de", [6]),
        ("1 200 Akten und 1,2 Mio. Euro", "de", [1200, 1_200_000]),
        ("quatre-vingt-douze dossiers, une centaine de couverts", "fr", [92, 100]),
        ("2,5 millones de euros, treinta y dos pedidos", "es", [2_500_000, 32]),
    ],
)
def test_numbers_are_read(text: str, language: Language, values: list[float]) -> None:
    assert [quantity.figure.value for quantity in read(text, language).quantities] == values


def test_all_parts_of_a_compound_must_be_said() -> None:
    assert holds("Reklamationen von Kunden geklärt.", "Klärung von Kundenreklamationen.", "de")
    assert not holds("Protokolle der Sitzungen geschrieben.", "Protokolle der Vorstandssitzungen geschrieben.", "de")


@pytest.mark.parametrize(
    ("evidence", "special", "plain"),
    [
        ("Cuidado de ganado en una granja de Soria", "goats", "livestock"),
        ("Venta de alimentos en un mercado", "cheese", "food"),
        ("Reparatur von Haushaltsgeräten in Privathaushalten", "dishwashers", "household appliances"),
        ("Entretien des équipements de dix immeubles", "lifts", "equipment"),
    ],
)
def test_a_general_noun_is_not_translated_by_a_case_of_it(evidence, special, plain):
    said = {
        "livestock": "Looked after {} on a farm in Soria.",
        "food": "Sold {} at a market.",
        "household appliances": "Repaired {} in private households.",
        "equipment": "Maintained the {} of ten buildings.",
    }[plain]
    assert not holds(evidence, said.format(special), "en")
    assert holds(evidence, said.format(plain), "en")


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Pflege von Bienenstöcken und Verkauf von Honig", "Looked after beehives and sold honey."),
        ("Mitglied im Ruderverein, Leitung der Jugendgruppe", "Member of the rowing club, led the youth group."),
        ("Cuidado de gallinas y cabras en una granja", "Looked after hens and goats on a farm."),
        ("Réparation de machines à coudre et de métiers à tisser", "Repaired sewing machines and looms."),
    ],
)
def test_everyday_things_are_translated(evidence, text):
    assert holds(evidence, text, "en")


@pytest.mark.parametrize(
    ("text", "spoken", "language"),
    [
        ("Trained new colleagues.", "de", "en"),
        ("Drafted employment contracts.", "fr", "en"),
        ("Neue Kollegen", "de", "de"),
        ("Control total", "es", "es"),
        ("Kubernetes", "fr", "fr"),
    ],
)
def test_a_text_of_english_words_only_is_english(text: str, spoken: Language, language: Language) -> None:
    assert guess_language(text, spoken) == language
