"""The same paper, tool or thing under another name; and look-alikes that are more than was said."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _supported(line: str, text: str) -> bool:
    return ground(text, [EvidenceLine(ref="1", text=line)]).supported


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Taught KS2 maths.", "Taught Key Stage 2 maths."),
        ("Coached the under-14s.", "Coached U14s."),
        ("Answered P1 tickets.", "Answered priority-one tickets."),
        ("Halved the MTTR of the paint line.", "Halved the mean time to repair of the paint line."),
        ("ADON, Fairholme, 2016-2019", "Assistant Director of Nursing, Fairholme (2016-2019)"),
        ("Ran ELT jobs at night.", "Ran extract, load, transform jobs at night."),
        ("MRO planning for two hangars.", "Maintenance, repair and overhaul planning for two hangars."),
        ("Built VaR reports for the desk.", "Built value at risk reports for the desk."),
        ("Tanker driver with a CDL-B.", "Tanker driver with a Class B commercial driver's license."),
        ("Cat C+E licence since 2011.", "HGV Class 1 licence since 2011."),
        ("BSc Chemistry, 2009.", "Bachelor's degree in Chemistry (2009)."),
        ("PALS, renewed in 2022.", "PALS certification, renewed in 2022."),
        ("Balanced the tills every night.", "Balanced the cash registers every night."),
        ("Deployed three S/4HANA modules.", "Deployed three SAP modules."),
        ("Wrote Terraform for the message queues.", "Wrote Terraform code for the message queues."),
        ("Kept the seed list in Excel.", "Kept the seed list in Microsoft Excel spreadsheets."),
        ("Held a telehandler ticket.", "Held a telehandler licence."),
        ("Did pre-flight checks on gliders.", "Did preflight checks on gliders."),
        ("Worked in healthcare finance.", "Worked in health care finance."),
        ("Turned the alerts on for six shops.", "Enabled the alerts for six shops."),
        ("Put in place a returns desk.", "Established a returns desk."),
        ("OTR work; CDL-B since 2011.", "OTR work; Class B commercial driver's license since 2011."),
        ("TNCC and NRP, renewed in 2021.", "TNCC and NRP certifications, renewed in 2021."),
        ("Ran inductions for cleaners.", "Ran induction sessions for cleaners."),
        ("Drilled barley with RTK steering.", "Drilled barley with RTK-guided steering."),
        ("Plumber, NVQ2.", "Plumber with NVQ Level 2."),
        ("MA at a clinic: gave vaccines.", "Medical Assistant at a clinic: gave vaccines."),
        ("Sold Toyotas.", "Sold cars."),
        ("Pushed images to ECR.", "Pushed images to Amazon ECR."),
        ("Looked after the greenhouse records.", "Managed the greenhouse records."),
        ("Passed the trade test first time.", "Passed the trade test on the first attempt."),
    ],
)
def test_another_name_of_the_same_is_taken(line: str, text: str) -> None:
    assert _supported(line, text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Taught KS1 maths.", "Taught Key Stage 2 maths."),
        ("Answered P2 tickets.", "Answered priority-one tickets."),
        ("Tanker driver with a CDL-B.", "Tanker driver with a Class A commercial driver's license."),
        ("Commercial driver's license since 2011.", "Class A CDL since 2011."),
        ("Cat C licence since 2011.", "HGV Class 1 licence since 2011."),
        ("Bachelor's degree in Chemistry, 2009.", "Master of Science in Chemistry (2009)."),
        ("PTA at a sports clinic.", "Physical Therapist at a sports clinic."),
        ("TA at a primary school.", "Teacher at a primary school."),
        ("ACCA part-qualified.", "ACCA qualified."),
        ("OSHA 10 card.", "OSHA 30 card."),
        ("Wrote services in Java.", "Wrote services in Java 17."),
        ("Ran the books in SAP.", "Ran the books in SAP S/4HANA."),
        ("Serviced heating in 40 homes.", "Serviced HVAC in 40 homes."),
        ("Sold lottery tickets.", "Held a lottery licence."),
        ("Looked after six cooks.", "Managed six cooks."),
        ("Looked after a flat with two cleaners.", "Managed two cleaners and a flat."),
        ("Performed CPR on a guest.", "CPR certification; performed CPR on a guest."),
        ("Plumber, NVQ2.", "Plumber with NVQ Level 3."),
        ("Wrote a shop in Java.", "Wrote an AI-driven shop in Java."),
        ("Baked bread for cafes.", "Baked sourdough for cafes."),
        ("Fed calves.", "Fed lambs."),
        ("Worked as an illustrator.", "Worked in Adobe Illustrator."),
        ("Led two teams of cleaners.", "Led two teams of cleaners in Microsoft Teams."),
        ("Cleaned passenger aircraft.", "Cleaned Airbus A320 aircraft."),
        ("PA to the headteacher.", "Headteacher."),
        ("MSc modules in Hydrology, no degree.", "Master of Science in Hydrology."),
        ("Kept the seed list in a spreadsheet.", "Kept the seed list in Excel."),
        ("Assisted the ADON with rotas.", "Assistant Director of Nursing writing rotas."),
    ],
)
def test_more_than_was_said_is_refused(line: str, text: str) -> None:
    assert not _supported(line, text)
