"""Does the map move where a script may run, and stay where it may not?"""

import pytest
from django.contrib.staticfiles import finders
from django.template import engines

from weft.commons.places import Point
from weft.shell.templating import installed
from weft.shell.tiles import Knot, Scene, draw

SCENE = Scene(
    knots=(
        Knot(point=Point(53.8, -1.8), name="Tea room", address="/assets/1"),
        Knot(point=Point(53.81, -1.75), name="Allotments", address="/assets/2"),
    )
)
SOURCE = "{{ ui.map_head() }}{{ ui.map(map, 'm', heading='What is where?') }}"


@pytest.fixture(autouse=True)
def _forgetful():
    installed.cache_clear()
    yield
    installed.cache_clear()


def drawn(*, here, monkeypatch, tiles="/tiles/valley.pmtiles"):
    """Draw the map where the files of others are installed, or are not."""
    found = finders.find("shell/weft.css") if here else None
    monkeypatch.setattr(finders, "find", lambda _file: found)
    shown = draw(SCENE, title="Two things", tiles=tiles)
    return engines["jinja2"].env.from_string(SOURCE).render(map=shown)


def test_the_library_is_asked_for_where_it_is_installed(monkeypatch):
    page = drawn(here=True, monkeypatch=monkeypatch)
    assert "vendor/pmtiles.js" in page
    assert 'data-library="/static/vendor/maplibre-gl.mjs' in page
    assert "shell/map.js" in page


def test_nothing_that_is_missing_is_asked_for(monkeypatch):
    page = drawn(here=False, monkeypatch=monkeypatch)
    assert "<script" not in page
    assert "maplibre-gl.css" not in page
    assert "data-weft-map" not in page
    assert "Tea room" in page


def test_without_tiles_the_drawn_map_stays(monkeypatch):
    page = drawn(here=True, monkeypatch=monkeypatch, tiles="")
    assert "data-weft-map" not in page
    assert "Tea room" in page


def test_the_drawn_map_is_named_for_whoever_hears_it(monkeypatch):
    page = drawn(here=True, monkeypatch=monkeypatch)
    assert 'role="img" aria-label="Two things"' in page


def test_a_file_of_our_own_is_installed_and_a_made_up_one_is_not():
    assert installed("shell/weft.css")
    assert not installed("vendor/nobody.js")
