"""What changed from one list to the next, and is the fit in the house the fit there?"""

import csv
import os
from pathlib import Path

import pytest

from weft.assets.domain.sureness import Aspect, Keeper, fitting, last_measured
from weft.assets.sources.library_change import followed
from weft.commons.errors import FileNotUnderstood

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("WEFT_SHARED", ROOT.parent / "shared"))
HALF = SHARED / "data" / "other-regions" / "libraries-england-half"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def a_row(year, **told):
    usual = {
        "name": "Aldermill Library",
        "authority": "Tenterdale",
        "address1": "Mill Lane",
        "postcode": "ZD1 1AA",
        "email": "aldermill@example.org",
        f"operation_{year}": "LA",
        "closed": "",
        "hours": "30",
        "staffed_hours": "30.0",
        **dict.fromkeys(DAYS, "AM & PM (continuous)"),
    }
    return usual | told


def a_list(folder, year, *rows):
    with (folder / f"libraries_20{year}.csv").open("w", newline="") as file:
        write = csv.DictWriter(file, fieldnames=list(a_row(year)))
        write.writeheader()
        write.writerows(rows)


def changed(folder, before=None, after=None):
    a_list(folder, 22, a_row(22, **(before or {})))
    a_list(folder, 23, a_row(23, **(after or {})))
    (thing,) = followed(folder).things
    return {aspect for aspect, moved in thing.changed.items() if moved}


@pytest.mark.parametrize(
    ("after", "moved"),
    [
        ({}, set()),
        ({"hours": "30.00", "email": "Aldermill@Example.org"}, set()),
        ({"postcode": "zd11aa", "name": "Aldermill"}, set()),
        ({"hours": "28"}, {Aspect.HOURS}),
        ({"staffed_hours": "12"}, {Aspect.STAFF}),
        ({"monday": "Closed"}, {Aspect.DAYS}),
        ({"postcode": "ZD1 1AB", "address1": "Weir Lane"}, {"postcode", "address"}),
        ({"email": "books@example.org"}, {Aspect.EMAIL}),
        ({"operation_23": "Closed", "hours": "N/A Closed"}, {Aspect.EXISTS}),
        ({"closed": "2023"}, {Aspect.EXISTS}),
    ],
)
def test_each_side_is_compared_apart(tmp_path, after, moved):
    assert changed(tmp_path, after=after) == moved


@pytest.mark.parametrize(
    "after",
    [
        {"hours": "Varied by Schedule"},
        {"email": "[Unknown]"},
        {"monday": "[Unknown]"},
        {"staffed_hours": ""},
    ],
)
def test_what_nobody_says_is_not_compared(tmp_path, after):
    a_list(tmp_path, 22, a_row(22))
    a_list(tmp_path, 23, a_row(23, **after))

    (thing,) = followed(tmp_path).things

    assert len(thing.changed) == 6
    assert not any(thing.changed.values())


def test_a_closed_day_is_a_closed_day_however_it_is_written(tmp_path):
    shut = {"sunday": "N/A Closed"}
    assert changed(tmp_path, {"sunday": "Closed"}, shut) == set()


def test_who_keeps_it_is_read_from_the_first_list(tmp_path):
    a_list(
        tmp_path,
        22,
        a_row(22),
        a_row(22, name="Weir Foot", operation_22="CR"),
        a_row(22, name="Top Withens", operation_22="[Unknown]"),
        a_row(22, name="Long closed", operation_22="Closed"),
        a_row(22, name="Renamed"),
    )
    a_list(tmp_path, 23, *(a_row(23, name=n) for n in ("Aldermill", "Weir Foot")))
    found = followed(tmp_path)

    assert [one.keeper for one in found.things] == [Keeper.PAID, Keeper.VOLUNTEERS]
    assert found.not_found == 2
    assert (found.first, found.second, found.authorities) == (2022, 2023, 1)


def test_one_list_is_no_change(tmp_path):
    a_list(tmp_path, 22, a_row(22))

    with pytest.raises(FileNotUnderstood, match="not two yearly lists"):
        followed(tmp_path)


@pytest.mark.skipif(not HALF.is_dir(), reason="the lists of half of England: not here")
def test_the_numbers_in_the_house_are_those_of_the_lists():
    told = fitting.foretold(followed(HALF).things)
    judged, kept = fitting.judged(told), last_measured().all

    assert judged.brier == pytest.approx(kept.brier, abs=5e-5)
    assert judged.error == pytest.approx(kept.error, abs=5e-5)
    assert judged.facts == kept.facts
    for one, held in zip(
        fitting.fit(followed(HALF).things), last_measured().fitted, strict=True
    ):
        assert (one.aspect, one.changed) == (held.aspect, held.changed)
        assert one.within_a_year == pytest.approx(held.within_a_year, abs=5e-5)
