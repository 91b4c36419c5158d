"""The list of decisions, and the forms and pages for those who take part."""

import re
from pathlib import Path

import make_decisions_index
import pytest

from tests.system.process import ROOT

GITHUB = ROOT / ".github"
PAGES = sorted(GITHUB.glob("*.md"))
FORMS = sorted(set((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) - {GITHUB / "config.yml"})


def test_every_decision_is_listed() -> None:
    written = make_decisions_index.INDEX.read_text("utf-8")
    assert written == make_decisions_index.index(), "run packaging/make_module_map.py"


def test_no_two_decisions_have_one_number() -> None:
    pages = make_decisions_index.FOLDER.glob("[0-9]*.md")
    numbers = [page.name[:4] for page in pages]
    assert len(numbers) == len(set(numbers))


def test_a_decision_without_its_number_is_refused(tmp_path: Path) -> None:
    (tmp_path / "0007-x.md").write_text("# 8. Something\n", "utf-8")
    with pytest.raises(ValueError, match=r"0007-x\.md must begin"):
        make_decisions_index.index(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_their_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text("utf-8"))
    lost = [
        link
        for link in links
        if not link.startswith("http") and not (page.parent / link).exists()
    ]
    assert lost == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_question_of_a_form_has_one_name(form: Path) -> None:
    names = re.findall(r"^    id: (\S+)$", form.read_text("utf-8"), re.MULTILINE)
    assert len(names) == len(set(names))


def test_there_is_one_address_of_the_project() -> None:
    pages = [ROOT / "README.md", *PAGES, *(ROOT / "packaging").rglob("*.[ixd]*")]
    named = {
        found
        for page in pages
        if page.is_file() and page.suffix not in {".ico", ".icns"}
        for found in re.findall(
            r"github\.com/(psoas[\w-]*/[\w-]+)", page.read_text("utf-8")
        )
    }
    assert named == {"psoas-break/psoas-break"}
