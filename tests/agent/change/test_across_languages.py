"""What evidence in another language says, by the dictionary: titles, tools, places and deeds, no more and no less."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _stands(text: str, *evidence: str) -> bool:
    lines = [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]
    return ground(text, lines).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Verantwortlich für die Wäscherei eines Hotels", "Responsible for the laundry of a hotel."),
        ("Vendeuse dans une galerie marchande de Metz", "Sales assistant at a shopping mall in Metz."),
        ("Solo atendía llamadas entrantes, unas 70 por turno", "Handled only inbound calls, about 70 per shift."),
        ("Worked as a night porter at a hotel in Jena.", "Nachtportier in einem Hotel in Jena"),
        ("Encargada del comedor escolar con dos ayudantes", "In charge of the school dining hall with two assistants."),
    ],
)
def test_a_translation_is_borne_out(evidence: str, text: str) -> None:
    assert _stands(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Réparation d'appareils dans un atelier", "Repaired dishwashers in a workshop."),
        ("Mozo de almacén en una fábrica de conservas", "Warehouse manager at a cannery."),
        ("Mitarbeit in der Wäscherei eines Hotels", "Led the laundry of a hotel."),
        ("Soldadura de tubos en un astillero", "Welded pipes at a steelworks."),
    ],
)
def test_what_the_other_language_does_not_say_is_refused(evidence: str, text: str) -> None:
    assert not _stands(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Drei Monate in der Bäckerei Kunz gearbeitet", "Worked at Kunz bakery for three years."),
        ("Stage de deux mois en menuiserie", "Two-year placement in joinery."),
        ("Responsable adjoint d'un magasin de bricolage", "Manager of a DIY store."),
        ("Rédaction d'articles pour un blog", "Wrote articles for a travel blog."),
        ("Sin experiencia en ventas, dos años en atención al cliente", "Two years in sales and customer service."),
        ("Participation à la refonte du site internet de la mairie", "Redesigned the town hall's website."),
        ("Ohne Abschluss von der Realschule abgegangen.", "Realschulabschluss"),
    ],
)
def test_a_limit_is_not_lost_in_translation(evidence: str, text: str) -> None:
    assert not ground(text, [EvidenceLine(ref="0", text=evidence)], language="de").supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Äpfel, Birnen und Pflaumen geerntet und sortiert", "Obst geerntet und sortiert"),
        ("Culture de tomates et de courgettes sous serre", "Culture de légumes sous serre"),
        ("Stellvertretende Filialleiterin einer Drogerie in Jena", "Deputy branch manager of a drugstore in Jena."),
        (
            "Seit 2019 Betreuung von zwölf Bienenvölkern auf einem Hof",
            "Has looked after twelve bee colonies on a farm since 2019.",
        ),
    ],
)
def test_wider_names_deputies_and_counts_go_across(evidence: str, text: str) -> None:
    assert _stands(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Grado superior de FP en Automoción, 2015", "Higher vocational training diploma in automotive, 2015."),
        ("Fahrerin im Nahverkehr in Genf und Tschechien", "Local transport driver in Geneva and the Czech Republic."),
        ("Réparation de façades à Lyon", "Repaired façades in Lyon."),
        ("Instandhaltung in einem Kieswerk", "Maintenance at a gravel plant."),
        ("Ran the stockroom of a shoe shop.", "Encargada del almacén de una zapatería"),
    ],
)
def test_names_and_papers_go_across(evidence: str, text: str) -> None:
    assert _stands(text, evidence)


def test_what_was_done_by_my_own_care_is_mine() -> None:
    assert ground("J'établissais les devis.", [_line("Les devis étaient établis par mes soins.")]).supported
    assert not ground("J'établissais les devis.", [_line("Les devis étaient établis par ma collègue.")]).supported


def _line(text: str) -> EvidenceLine:
    return EvidenceLine(ref="0", text=text)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Budget von 1.200.000 € verwaltet", "Managed a budget of €1.2M."),
        ("Kosten um 1.500,50 € gesenkt", "Cut costs by €1,500.50."),
        ("Schuljahr 2022/23: Vertretungslehrerin", "Substitute teacher, 2022/23 school year."),
        ("Trabajo de jardinero desde hace tres años", "Has worked as a gardener for three years."),
        ("Chef de cuisine adjoint dans un hôtel de Metz", "Assistant head chef at a hotel in Metz."),
        ("Chorleiterin, jeden zweiten Mittwoch Proben in Ulm", "Rehearsals in Ulm every second Wednesday."),
    ],
)
def test_numbers_and_posts_go_across(evidence: str, text: str) -> None:
    language = "es" if "jardinero" in evidence else "fr" if "cuisine" in evidence else "de"
    assert ground(text, [_line(evidence)], language=language).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Chef de cuisine adjoint dans un hôtel de Metz", "Head chef at a hotel in Metz."),
        ("Jedes zweite Wochenende in der Bar gearbeitet", "Worked in the bar every weekend."),
        ("Bis zu 30 Kunden am Tag bedient", "Served over 30 customers a day."),
        ("Secretaria de la directora de un colegio", "Head of a school."),
    ],
)
def test_numbers_and_posts_are_not_raised(evidence: str, text: str) -> None:
    assert not ground(text, [_line(evidence)]).supported


def test_papers_and_practice_that_were_not_got_stay_away() -> None:
    assert not ground("CAPES in English", [_line("Admissible au CAPES d'anglais, non reçue à l'oral")]).supported
    practice = _line("Staplerschein vorhanden, aber keine Praxis")
    assert not ground("Forklift licence and practical experience.", [practice], language="de").supported
    assert ground("Forklift licence.", [practice], language="de").supported


def test_short_forms_of_many_go_across() -> None:
    assert ground("Called SMEs by phone.", [_line("Prospection téléphonique de PME")], language="fr").supported


def test_where_a_house_stands_is_no_employer() -> None:
    evidence = _line("Chargée d'accueil à l'office de tourisme de Sarlat, saisons 2016 et 2017")
    assert ground("Receptionist at the Sarlat tourist office, 2016 and 2017 seasons.", [evidence]).supported


def test_who_is_charged_with_a_deed_is_no_manager() -> None:
    evidence = _line("Profesora de baile en Sevilla. Preparaba los festivales de fin de curso.")
    assert ground("Profesora de baile en Sevilla, encargada de preparar los festivales.", [evidence]).supported
    assert not ground("Profesora de baile en Sevilla, encargada de la academia.", [evidence]).supported


def test_one_thing_does_not_become_its_kind_between_two_words() -> None:
    evidence = _line("Tocaba un instrumento en la banda municipal")
    assert not ground("Played the trumpet in the municipal band.", [evidence], language="es").supported
    assert ground("Played an instrument in the municipal band.", [evidence], language="es").supported
