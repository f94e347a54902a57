"""How many people live so, as far as the census tables of a region tell?"""

import pytest

from tests.need.conftest import valley, valley_files
from weft.access.queries.lives import head_counts, life, lives
from weft.commons.errors import NotFound
from weft.need import queries as need

__all__ = ["valley", "valley_files"]
pytestmark = pytest.mark.django_db


def test_people_are_counted_from_the_census_and_what_no_table_tells_is_not_known(
    valley,
):
    found = {one.life.slug: one for one in head_counts(valley)}
    assert list(found) == [one.slug for one in lives()]

    run = found["school-run-no-car"]
    code, people = next(iter(run.people.items()))
    frames = {about.table: need.frame(about) for about in need.tables(valley)
              if about.vintage == need.SMALL}  # fmt: skip
    homes = next(one for one in frames.values() if run.life.head_count.count[0] in one)
    cars = next(one for one in frames.values() if "cars.total" in one)
    by_hand = (
        homes.value(code, run.life.head_count.count[0])
        * cars.value(code, "cars.no_cars_or_vans_in_household")
        / cars.value(code, "cars.total")
    )
    assert people == pytest.approx(by_hand)
    assert run.areas_unknown == 0
    assert run.known == pytest.approx(sum(run.people.values()))
    assert {about.year for about in run.tables} == {2021}

    for slug in ("nights-on-shift", "reads-urdu-no-internet"):
        assert found[slug].known is None
        assert found[slug].areas_unknown == len(run.people)
    assert found["reads-urdu-no-internet"].missing == (
        "ts024.south_asian_language_urdu",
    )


def test_a_life_is_found_by_its_name():
    assert life("wheels-and-buses").title == "On wheels, and by bus"
    with pytest.raises(NotFound, match="No life is called"):
        life("idle-rich")
