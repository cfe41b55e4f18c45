"""All of a thing is claimed only where the evidence says all of it."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def supported(text: str, *evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Watered the fern house of a nursery.", "Watered all plants of a nursery."),
        ("Watered the fern house of a nursery.", "Watered the entire nursery."),
        ("Proofread most of the menus.", "Proofread all menus."),
        ("Proofread menus now and then.", "Proofread every menu."),
        ("Ran the stall on Sundays.", "Ran the stall all week."),
        ("Ran the stall in August.", "Ran the stall throughout the year."),
        ("Cleaned windows on two floors of the tower.", "Cleaned windows across the tower."),
        ("Kept the tool list for one department.", "Kept the tool list for the company."),
        ("Trained one new waiter.", "Trained new waiters."),
        ("Repainted the east wall of a chapel.", "Repainted a chapel."),
        ("Edited the letters page of a weekly.", "Edited a weekly."),
        ("Kept the keys of one hall at a sports club.", "Kept the keys of a sports club."),
        ("Drew the cover of a cookbook.", "Drew a cookbook."),
        ("Wrote the help texts of an app.", "Wrote an app."),
        ("Asked a handful of shoppers about the shelves.", "Asked hundreds of shoppers about the shelves."),
        ("Limed two of the four walls.", "Limed the walls."),
        ("Priced one tea line.", "Priced the full tea range."),
        ("Helped the warden with the hall's accounts.", "Responsible for the hall's accounts."),
        ("Member of the jury that picked the tunes.", "Picked the tunes."),
        ("Drew sketches for a bridge.", "Drew a bridge."),
        ("Part of the gang that laid the new sewer.", "Laid the new sewer."),
        ("Worked in a team that drew up the flood plan.", "Drew up the flood plan."),
        ("Drew a map for a rambling club.", "Drew maps for a rambling club."),
        ("Painted the railings of a bridge.", "Painted the railings of bridges."),
        ("Held a talk at a seed fair.", "Held talks at seed fairs."),
        ("Answered every letter of one branch.", "Answered the letters of all branches."),
        ("Reinigte Fenster in zwei Filialen.", "Reinigte Fenster in allen Filialen."),
        ("Nettoyage des vitres de deux magasins.", "Nettoyage des vitres de tous les magasins."),
        ("Limpieza de ventanas en dos tiendas.", "Limpieza de ventanas en todas las tiendas."),
    ],
)
def test_a_part_is_not_the_whole(evidence: str, text: str) -> None:
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Proofread all menus.", "Proofread every menu."),
        ("Proofread each menu before printing.", "Proofread all menus before printing."),
        ("Proofread everybody's texts.", "Proofread all texts."),
        ("Wrote to whoever had asked a question.", "Wrote to everyone who had asked a question."),
        ("Cleaned windows in the whole tower.", "Cleaned windows across the tower."),
        ("Cleaned windows in two towers.", "Cleaned windows across two towers."),
        ("Kept the tool list for the company.", "Kept the tool list for the business."),
        ("Watered plants every morning.", "Watered plants each morning."),
        ("Repainted the east wall of a chapel.", "Repainted a chapel wall."),
        ("Edited the letters page of a weekly.", "Edited a page of a weekly."),
        ("Restored pieces of furniture.", "Restored furniture."),
        ("Served cups of tea to patients.", "Served tea to patients."),
        ("Trained a team of waiters.", "Trained waiters."),
        ("Did the repair of an organ.", "Repaired an organ."),
        ("Asked 450 shoppers about the shelves.", "Asked hundreds of shoppers about the shelves."),
        ("Limed two of the four walls.", "Limed two walls."),
        ("Kept the hall's accounts.", "Responsible for the hall's accounts."),
        ("Helped the warden with the hall's accounts.", "Responsible for helping the warden with the hall's accounts."),
        ("Pruned some of the elms on the estate.", "Pruned several elms on the estate."),
        ("Member of the jury that picked the tunes.", "Jury member who helped to pick the tunes."),
        ("Kept time for all the runners.", "Kept time for the entire group of runners."),
        ("Worked at the bar of a hotel.", "Worked in a hotel."),
        ("Part of the gang that laid the new sewer.", "Laid the new sewer as part of a gang."),
        ("Worked in a team that drew up the flood plan.", "Helped draw up the flood plan."),
        ("Led the team that drew up the flood plan.", "Drew up the flood plan."),
        ("Rode a delivery bike.", "Rode delivery bikes."),
        ("Drew a map for each tour.", "Drew maps for the tours."),
        ("Found guests another table or a taxi.", "Found tables and taxis for guests."),
        ("Showed cooks how to use a fire blanket.", "Showed cooks how to use fire blankets."),
        ("Drew a map in 2019 and a map in 2020.", "Drew maps in 2019 and 2020."),
        ("Served 90 guests in all.", "Served 90 guests."),
        ("Reinigte die Fenster jeden Tag.", "Reinigte täglich die Fenster."),
    ],
)
def test_the_whole_is_the_whole_in_other_words(evidence: str, text: str) -> None:
    assert supported(text, evidence)
