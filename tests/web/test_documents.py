"""Do our own documents become pages, and nothing else?"""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.errors import NotFound
from weft.web.documents import SHELVES, as_markup, document, spines


def drawn(text: str) -> str:
    return str(as_markup(text, follow=lambda href: f"/open/{href}"))


def test_headings_lists_and_tables_are_drawn():
    page = drawn(
        "# Title\n\n## What?\nOne\ntwo\n\n- a\n- b\n  more\n\n"
        "| x | y |\n|---|---|\n| 1 | `2|3` |\n"
    )

    assert "Title" not in page
    assert "<h2>What?</h2>" in page
    assert "<p>One two</p>" in page
    assert "<ul><li>a</li><li>b more</li></ul>" in page
    assert "<code>2|3</code>" in page
    assert page.count("<td") == 2


def test_links_among_our_documents_lead_to_pages():
    assert '<a href="/open/a.md"' in drawn("see [a](a.md)")


@given(st.text(max_size=200))
def test_whatever_is_written_is_text_and_never_script(text):
    page = drawn(f"{text} <script>alert(1)</script>")

    assert "<script" not in page
    html5lib.HTMLParser(strict=False).parseFragment(page)


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_document_on_a_shelf_can_be_read(shelf):
    for spine in spines(shelf):
        found = document(shelf, spine.name)
        assert found.title == spine.title
        assert found.body


@pytest.mark.parametrize(
    ("shelf", "name"),
    [("methods", "../../pyproject"), ("running", "install"), ("methods", "none")],
)
def test_nothing_but_our_documents_can_be_read(shelf, name):
    with pytest.raises(NotFound):
        document(shelf, name)
