"""What one line says of one thing is not lent to what another line tells of another."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

MODULES = ["Built the rota module in Ruby.", "Built the stock module in Elixir, used by 40 shops."]
CREWS = ["Coached the girls' hockey side.", "Coached the mixed rowing crew to a county final."]
PHOTOS = ["Photographed weddings on Saturdays.", "Photographed flats for two estate agents, 25 a week."]
FRUIT = ["Grew tomatoes under glass.", "Grew asparagus on 14 hectares for a supermarket chain."]
TOURS = ["Led cycling tours of the vineyards.", "Sold seats on the balloon tour, 90 guests a day."]
FITTER = ["Fitted kitchens and bathrooms.", "Security guard at a shopping centre, weekends"]
KILN = ["Ran the kiln at the pottery.", "The kiln fired 400 pieces a week."]
GUARD = ["Security guard at a shopping centre, weekends", "Monitored the cameras and walked hourly patrols"]
VETS = ["Receptionist at Bell Lane Vets, 2017-2021", "Answered phones and booked 60 visits a day at Bell Lane"]
GUIDE = ["Wrote the welcome guide for new porters.", "The guide was adopted by three wards."]
MACHINES = ["Repaired ticket machines for the tram company.", "Fixed 15 to 20 machines a week."]
TRADES = ["Roofer, 2012-2018", "Site foreman, 2018-2024"]


def supported(text: str, evidence: list[str]) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (MODULES, "Built the rota module in Elixir."),
        (MODULES, "Built the rota module in Ruby, used by 40 shops."),
        (MODULES, "Built a rota module that 40 shops used."),
        (CREWS, "Coached the girls' hockey side to a county final."),
        (PHOTOS, "Photographed weddings on Saturdays, 25 a week."),
        (PHOTOS, "Photographed weddings for two estate agents."),
        (FRUIT, "Grew tomatoes under glass for a supermarket chain."),
        (FRUIT, "Grew tomatoes on 14 hectares."),
        (TOURS, "Led cycling tours of the vineyards for 90 guests a day."),
        (FITTER, "Fitted kitchens and bathrooms at a shopping centre."),
        (FITTER, "Fitted shopping centre kitchens and bathrooms."),
        (
            ["Set up spreadsheets for stock and orders.", "Bar work at a brewery"],
            "Set up brewery spreadsheets for stock.",
        ),
    ],
)
def test_refuses_what_is_said_of_another_thing(evidence: list[str], text: str) -> None:
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (MODULES, "Built the rota module in Ruby and the stock module in Elixir."),
        (MODULES, "Built the stock module in Elixir, used by 40 shops; built the rota module in Ruby."),
        (PHOTOS, "Photographed weddings on Saturdays and 25 flats a week for two estate agents."),
        (FRUIT, "Grew tomatoes under glass and asparagus on 14 hectares for a supermarket chain."),
        (KILN, "Ran the kiln at the pottery, firing 400 pieces a week."),
        (GUARD, "Monitored cameras and walked hourly patrols as a weekend security guard at a shopping centre."),
        (VETS, "Receptionist at Bell Lane Vets (2017-2021), answering phones and booking 60 visits a day."),
        (GUIDE, "Wrote the welcome guide for new porters, adopted by three wards."),
        (MACHINES, "Repaired 15 to 20 ticket machines a week for the tram company."),
        (["Migrated 40 mailboxes.", "Did the migration over one weekend."], "Migrated 40 mailboxes over one weekend."),
        (
            ["Cleaned theatres overnight.", "Wendell Clinic, 2016-2019"],
            "Cleaned theatres overnight at Wendell Clinic (2016-2019).",
        ),
        (
            ["Trained 18 helpers for the bird count.", "The count covered 64 nests."],
            "Trained 18 helpers for the bird count, which covered 64 nests.",
        ),
        (
            ["Freight forwarder", "Incoterms, customs codes"],
            "Freight forwarder familiar with Incoterms and customs codes.",
        ),
        (
            ["Serveuse au Café Lila", "Au Café Lila : service de 60 couverts par soir"],
            "Serveuse au Café Lila, service de 60 couverts par soir.",
        ),
        (TRADES, "Roofer (2012-2018), then site foreman (2018-2024)."),
    ],
)
def test_lets_lines_about_one_thing_be_told_together(evidence: list[str], text: str) -> None:
    assert supported(text, evidence)
