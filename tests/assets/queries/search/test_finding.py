from datetime import date

import pytest

from tests.assets.queries.search.listings import MILL, a_listing, an_ask
from weft.assets.queries import search
from weft.commons.times import Week

WEEK = Week(date(2026, 11, 23))


@pytest.mark.django_db
def test_first():
    a_listing("Old Dye House")
    a_listing("Rushby Choir", words="singing")
    search.reindex("tenterdale")
    for w in [
        "dye",
        "old dye house",
        "dey house",
        "somewhere to sing",
        "chior",
        "",
        "golfxyz",
        "olddye",
        "rushby house",
    ]:
        print(w, search.find(an_ask(w, week=WEEK)))
        print(w, search.find(an_ask(w, week=WEEK, near=MILL, within_metres=2000)).total)
