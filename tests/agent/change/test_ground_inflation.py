"""What is said of the person must not be more than what was done: verbs, ranks, ends and reach."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

INFLATED = [
    ("Maintained the payroll database.", "Built the payroll database."),
    ("Maintained the payroll database.", "Designed the payroll database."),
    ("Used the forecasting model.", "Developed the forecasting model."),
    ("Updated the training handbook.", "Wrote the training handbook."),
    ("Worked on the checkout page.", "Led the checkout page redesign."),
    ("Attended safety meetings.", "Ran safety meetings."),
    ("Attended safety training.", "Delivered safety training."),
    ("Observed lessons in grade 5.", "Taught lessons in grade 5."),
    ("Reported bugs in the app.", "Fixed bugs in the app."),
    ("Packed orders for shipping.", "Managed order shipping."),
    ("Scheduled interviews for the recruiter.", "Interviewed candidates."),
    ("Prepared slides for the director.", "Presented to the director."),
    ("Typed contracts for lawyers.", "Drafted contracts."),
    ("Counted stock.", "Managed stock."),
    ("Answered emails about refunds.", "Approved refunds."),
    ("Monitored servers.", "Administered servers."),
    ("Tested the API.", "Developed the API."),
    ("Reviewed code.", "Wrote code."),
    ("Collected survey data.", "Analysed survey data."),
    ("Cleaned the operating room.", "Assisted in the operating room."),
    ("Delivered meals to patients.", "Cared for patients."),
    ("Sold software to hospitals.", "Implemented software at hospitals."),
    ("Received a quote from the supplier.", "Negotiated with the supplier."),
    ("Followed the marketing plan.", "Developed the marketing plan."),
    ("Supported the launch of a new product.", "Launched a new product."),
    ("Contributed to the migration to AWS.", "Migrated to AWS."),
    ("Coordinated with the design team.", "Coordinated the design team."),
    ("Reported to the CFO.", "Served as CFO."),
    ("Trained by the head baker.", "Trained the head baker."),
    ("Was mentored by a senior engineer.", "Mentored a senior engineer."),
    ("Was trained in CPR.", "Trained staff in CPR."),
    ("The company has offices in 12 countries.", "Worked in 12 countries."),
    ("A $3M department.", "Managed a $3M budget."),
    ("Invited to apply for a grant.", "Won a grant."),
    ("Nominated for employee of the month.", "Employee of the month."),
    ("Part-time cashier, 2019.", "Full-time cashier, 2019."),
    ("Temporary clerk, tax season 2021.", "Permanent clerk, 2021."),
    ("Volunteer firefighter.", "Firefighter."),
    ("Taught as a substitute for two weeks.", "Taught for two years."),
    ("Knows basic SQL.", "Advanced SQL."),
    ("Spanish (A2).", "Spanish (C1)."),
    ("Grade 8 pupils.", "High school pupils."),
    ("Local newspaper.", "National newspaper."),
    ("Regional sales in Bavaria.", "Sales across Germany."),
    ("One client, a bakery.", "Clients including bakeries and hotels."),
    ("Internal tool for 10 people.", "Customer-facing tool."),
    ("Prototype of a chatbot.", "Production chatbot."),
    ("Planned a trip for 30 pupils; it was cancelled.", "Organised a trip for 30 pupils."),
    ("Wrote a proposal that was not accepted.", "Wrote an accepted proposal."),
    ("Applied machine learning in a course.", "Applied machine learning at work."),
    ("Learned to drive a forklift.", "Certified forklift driver."),
    ("Sales assistant, then keyholder from 2020.", "Keyholder from 2018."),
    ("Increased output from 50 to 60 units.", "Increased output by 50%."),
    ("Increased output from 50 to 60 units.", "Increased output from 60 to 90 units."),
    ("Response time under 4 hours.", "Response time under 2 hours."),
    ("Served 100 guests.", "Served 100 VIP guests."),
    ("Wrote tests in Java.", "Wrote tests in Java and JavaScript."),
    ("Designed posters.", "Designed award-winning posters."),
    ("Helped customers.", "Helped customers daily in English and French."),
    ("Taught guitar.", "Taught piano."),
    ("Posted on Instagram.", "Posted on TikTok."),
    ("Ran projects in Trello.", "Ran projects in Jira."),
    ("Grew carrots.", "Grew lettuce."),
    ("Sold loans.", "Sold mortgages."),
]


@pytest.mark.parametrize(("evidence", "text"), INFLATED)
def test_more_than_was_done_is_refused(evidence: str, text: str):
    assert not ground(text, [EvidenceLine(ref="0", text=evidence)]).supported
    assert ground(evidence, [EvidenceLine(ref="0", text=evidence)]).supported
