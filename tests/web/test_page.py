"""The web client in a real browser: the whole story by clicks, and a resume full of markup that must stay text."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.async_api import Page, async_playwright

from tests.story.full_page import full_page
from tests.story.person import PASSWORD
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server
from tests.story.unsure import SWAPPED

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

US_LETTER = (612.0, 792.0)
"""Points."""

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium"),
    pytest.mark.xdist_group("web"),
]


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    problems: list[str] = []
    async with async_playwright() as browsers:
        browser = await browsers.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = await browser.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: problems.append(said.text) if "Content Security" in said.text else None)
        yield page
        await browser.close()
    assert not problems


async def start(page: Page, url: str, name: str, resume: Path, posting: str) -> None:
    await page.goto(url)
    await page.get_by_text("I am new here").click()
    await page.fill("[name=username]", name)
    await page.fill("[name=email]", f"{name}@example.org")
    await page.fill("[name=password]", PASSWORD)
    await page.get_by_role("button", name="Make account").click()
    await page.set_input_files("[name=resume]", resume)
    await page.fill("[name=job_text]", posting)
    await page.get_by_role("button", name="Start").click()


async def test_person_goes_through_the_whole_story_by_clicks(
    page: Page,
    shared_server: Server,
    tmp_path: Path,  # a fixture by its name
) -> None:
    resume = tmp_path / "resume.pdf"
    resume.write_bytes(resume_pdf())
    await start(page, shared_server.url, "clicker", resume, POSTING_TEXT)
    await page.fill(".question [name=answer]", "Yes, at Larkspur Freight I wrote two gRPC services.")
    await page.get_by_role("button", name="Answer").click()
    changes = page.locator(".change[data-state=proposed]")
    second = page.locator(".question h2", has_text="Terraform")
    await second.or_(changes.first).first.wait_for()
    if await second.is_visible():
        await page.get_by_role("button", name="Skip all questions").click()
    await changes.first.get_by_role("button", name="Reject").click()
    await page.locator(".change[data-state=rejected]").first.wait_for()
    await (
        page.get_by_role("button", name="Accept all")
        .or_(changes.first.get_by_role("button", name="Accept"))
        .first.click()
    )
    await page.locator(".change[data-state=accepted]").first.wait_for()
    assert "Mara Lindqvist" in await page.inner_text("#resume h1")
    await page.select_option("[name=template]", "modern")
    await page.select_option("[name=paper]", "letter")
    async with page.expect_download() as saved:
        await page.get_by_role("button", name="PDF").click()
    assert "Mara Lindqvist" in (await saved.value).suggested_filename
    with pypdfium2.PdfDocument(await (await saved.value).path()) as document:
        assert document.get_page_size(0) == US_LETTER


async def test_person_has_a_letter_written_and_is_told_why_there_is_no_own_word_file(
    page: Page, shared_server: Server, tmp_path: Path
) -> None:
    resume = tmp_path / "resume.pdf"
    resume.write_bytes(resume_pdf())
    await start(page, shared_server.url, "writer", resume, POSTING_TEXT)
    await page.get_by_role("button", name="Skip all questions").click()
    await page.get_by_role("button", name="Accept all").click()
    await page.fill("[name=recipient]", "Ms. Wend")
    await page.get_by_role("button", name="Write a letter").click()
    await page.locator("#letter article", has_text="Ms. Wend").wait_for()
    await page.screenshot(path=tmp_path / "letter.png", full_page=True)
    async with page.expect_download() as saved:
        await page.get_by_role("button", name="Letter as PDF").click()
    with pypdfium2.PdfDocument(await (await saved.value).path()) as document:
        assert "Ms. Wend" in document[0].get_textpage().get_text_range()
    await page.select_option("[name=mode]", "tracked")
    await page.locator(".problem", has_text="Word").wait_for()


async def test_person_sets_right_what_was_read_wrongly(page: Page, shared_server: Server, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text(SWAPPED)
    await start(page, shared_server.url, "corrector", resume, POSTING_TEXT)
    question = page.locator(".question")
    await question.locator("h2", has_text="Is “Tidewater” your title at Growth?").wait_for()
    assert "Tidewater · Growth" in await question.locator("blockquote").inner_text()
    await question.screenshot(path=tmp_path / "reading.png")
    await question.locator("[name=answer]").fill("Growth\u200b?")
    await question.get_by_role("button", name="Save").click()
    await page.locator(".problem", has_text="question, not an answer").wait_for()
    await question.locator("[name=answer]").fill("Growth")
    await question.get_by_role("button", name="Save").click()
    await (
        page.locator("#resume", has_text="Growth, Tidewater")
        .or_(page.locator("#resume h3", has_text="Growth"))
        .first.wait_for()
    )
    assert await question.locator("blockquote").count() == 0


async def test_person_is_offered_what_to_leave_out(page: Page, shared_server: Server, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text(full_page())
    await start(page, shared_server.url, "shortener", resume, POSTING_TEXT)
    await page.locator("#pages", has_text="1 page").wait_for()
    await page.fill(".question [name=answer]", "Yes, at Larkspur Freight I wrote two gRPC services for every carrier.")
    await page.get_by_role("button", name="Answer").click()
    all_at_once = page.get_by_role("button", name="Accept all")
    second = page.locator(".question h2", has_text="Terraform")
    await second.or_(all_at_once).first.wait_for()
    if await second.is_visible():
        await page.get_by_role("button", name="Skip all questions").click()
    await all_at_once.click()
    offer = page.locator("#fit")
    await offer.locator("h2", has_text="1 page → 2 pages").wait_for()
    assert "Nothing is left out unless you accept it" in await offer.inner_text()
    await page.locator("#pages", has_text="2 pages").wait_for()
    await page.set_viewport_size({"width": 1400, "height": 1100})
    await page.screenshot(path=tmp_path / "fit.png")
    await page.locator(".change[data-state=proposed]").first.get_by_role("button", name="Accept").click()
    while await page.locator(".change[data-state=proposed]").count():
        left = await page.locator(".change[data-state=proposed]").count()
        await page.locator(".change[data-state=proposed]").first.get_by_role("button", name="Accept").click()
        await page.wait_for_function(
            "left => document.querySelectorAll('.change[data-state=proposed]').length < left", arg=left
        )
    await page.locator("#pages", has_text="1 page").wait_for()
    await offer.wait_for(state="detached")


async def test_markup_in_a_resume_stays_text(page: Page, shared_server: Server, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="document.title=1"> <script>document.title=2</script> [x](javascript:alert(1)) **b**'
    resume = tmp_path / "resume.txt"
    resume.write_text(
        f"Ana Example\nana@example.org\n\nExperience\nBaker, Corner Bakery, 2019 - 2021\n- Baked {hostile}\n"
    )
    await start(page, shared_server.url, "hostile", resume, POSTING_TEXT)
    await page.locator("#resume li", has_text="Baked").first.wait_for()
    assert await page.locator("#resume img, #resume script, #page a[href^='javascript']").count() == 0
    assert "<img src=x" in await page.inner_text("#resume")
    assert await page.title() == "Bespoke"
