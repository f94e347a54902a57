"""Which museums, galleries and archives did the Culture Grid list in 2014?"""

from datetime import date

import pytest

from tests.assets.asking import an_asked, written
from weft.assets.domain.facts import FactField
from weft.assets.sources import culture_grid

HEADER = (
    "title,description,disabled_access,institution_address,postcode,longitude,"
    "latitude,website,timestamp"
)
STAMP = "2014-03-23T21:13:03.552Z"


def a_row(title="Cloth Museum", access=""):
    return f'{title},,"{access}",Marsh Lane,HD8 8AE,-1.7,53.6,www.example.org,{STAMP}'


def read(folder, *rows):
    path = written(folder, "grid.csv", [HEADER, *rows])
    return culture_grid.read(an_asked(path))


def test_it_is_as_old_as_its_stamp_and_says_so(tmp_path):
    [museum] = read(tmp_path, a_row()).content.assets

    assert museum.told_on == date(2014, 3, 23)
    assert museum.place_kind == "museum"
    assert museum.website == "https://www.example.org"


def test_libraries_are_left_to_newer_lists(tmp_path):
    tally = read(tmp_path, a_row("Shepley Library"), a_row(), a_row()).tally

    assert tally.used == 1
    assert tally.left_out == {"a library: newer lists know it": 1, "told twice": 1}


@pytest.mark.parametrize(
    ("words", "step_free"),
    [
        ("Wheelchair access\n\nDisabled parking", "yes"),
        ("Wheelchair access to ground floor only.", None),
        ("Disabled access to most of the library.", None),
        ("", None),
    ],
)
def test_access_that_is_taken_back_is_not_step_free(tmp_path, words, step_free):
    [museum] = read(tmp_path, a_row(access=words)).content.assets

    facts = {fact.field: fact.value for fact in museum.facts}
    assert facts.get(FactField.STEP_FREE) == step_free


def test_a_gallery_is_a_gallery(tmp_path):
    [gallery] = read(tmp_path, a_row("Piece Hall Gallery")).content.assets

    assert gallery.place_kind == "gallery"
