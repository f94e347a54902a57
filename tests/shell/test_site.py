"""Whose Weft is this, on every page?"""

import pytest
from django.db import DatabaseError
from django.test import RequestFactory

from weft.shell import errors, rendering, site


@pytest.fixture
def whose():
    """Let a test say whose Weft it is; the fixture of every test here forgets it."""
    return site.provide


@pytest.fixture
def request_():
    return RequestFactory().get("/places/E01010568")


def page(request, **more):
    return errors.not_there(request, **more).content.decode()


VALLEY = site.Site(
    name="Tenterdale",
    made_up=True,
    telephone="01632 960 114",
    menu=(
        site.Link(words="Find something", address="/"),
        site.Link(words="Places", address="/places"),
    ),
)


def test_a_made_up_region_is_marked_on_every_page(whose, request_):
    whose(lambda _: VALLEY)
    assert "Tenterdale is made up" in page(request_)


def test_a_real_region_is_not_called_made_up(whose, request_):
    whose(lambda _: site.Site(name="West Yorkshire"))
    assert "made up" not in page(request_)


def test_there_is_a_way_to_leave_that_needs_no_script_and_tells_nobody(request_):
    found = page(request_)
    link = found[found.index('class="w-leave"') :].split(">", 1)[0]
    assert 'href="https://' in link
    assert "noreferrer" in link
    assert 'referrerpolicy="no-referrer"' in link


def test_every_page_has_the_telephone_and_the_numbers_for_help_now(whose, request_):
    whose(lambda _: VALLEY)
    found = page(request_)
    for number in ("tel:01632960114", "tel:999", "tel:111", "tel:116123"):
        assert number in found


def test_the_menu_shows_where_one_is(whose, request_):
    whose(lambda _: VALLEY)
    found = page(request_)
    assert (
        '<a class="nhsuk-header__navigation-link" href="/places" aria-current' in found
    )
    assert 'href="/" aria-current' not in found


def test_a_page_is_drawn_even_when_the_data_base_cannot_be_asked(whose, request_):
    def broken(_request):
        raise DatabaseError("no such table")

    whose(broken)
    answer = errors.our_fault(request_)
    assert answer.status_code == 500
    assert b"nothing you did" in answer.content


def test_an_error_page_repeats_nothing_of_what_was_asked():
    request = RequestFactory().get("/choices", {"near": "HX7 8EH"})
    for answer in (errors.not_understood, errors.not_open, errors.not_there):
        assert b"HX7" not in answer(request).content


def test_languages_are_named_in_their_own_script_when_there_are_two(whose, request_):
    urdu = site.Language(code="ur", address="/?language=ur")
    whose(lambda _: VALLEY.speaking(site.ENGLISH, urdu))
    found = page(request_)
    assert 'lang="ur" dir="rtl" hreflang="ur"' in found
    assert "اردو" in found


def test_one_language_alone_is_no_choice(whose, request_):
    whose(lambda _: VALLEY.speaking(site.ENGLISH))
    assert 'aria-label="Language"' not in page(request_)


def test_a_page_in_urdu_runs_from_the_right(request_):
    answer = rendering.render(
        request_,
        "error.jinja",
        language=site.Language(code="ur"),
        trouble=errors.NOT_THERE,
    )
    assert b'<html lang="ur" dir="rtl">' in answer.content


def test_a_link_holds_the_pages_below_it_and_no_others():
    places = site.Link(words="Places", address="/places")
    assert places.holds("/places")
    assert places.holds("/places/E01010568")
    assert not places.holds("/placeholder")
    assert not site.Link(words="Find", address="/").holds("/places")
