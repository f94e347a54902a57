"""Is the gap told week by week, and are weeks that do not compare kept apart?"""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from tests.access.domain.test_fairness import twelve
from weft.access.domain.going import Basis
from weft.access.pages.presenters.fair import FairPage
from weft.access.queries import gaps
from weft.access.queries.weeks import PublishedAbout
from weft.commons.times import Week

FIRST = date(2026, 11, 2)


def weeks(*bases):
    """List published weeks, the newest first."""
    return tuple(
        PublishedAbout(
            region="here",
            week=Week(FIRST + timedelta(weeks=n)),
            digest=str(n),
            published_at=datetime(2026, 11, 2, tzinfo=UTC),
            path=None,
            inputs={},
            about={"basis": basis.value},
        )
        for n, basis in reversed(list(enumerate(bases)))
    )


@pytest.mark.shows("G20", "H36")
def test_weeks_are_laid_side_by_side_and_joined_only_where_they_compare(monkeypatch):
    """The gap is 0 in the first week; in the next ones the fuller half has all."""
    told = {"0": twelve((1,) * 12), "1": twelve((0,) * 6 + (1,) * 6)}
    monkeypatch.setattr(
        gaps, "published", lambda about: told.get(about.digest, told["1"])
    )
    gaps.slope_in.cache_clear()
    listed = weeks(Basis.STREETS, Basis.STREETS, Basis.TIMETABLE)
    found = gaps.gaps_over(listed, "life-0")
    assert [one.about.week.monday for one in found] == [
        FIRST + timedelta(weeks=n) for n in range(3)
    ]
    assert found[0].slope.index.value == pytest.approx(0)
    assert found[1].slope.index.value > 1

    page = FairPage(of=SimpleNamespace(week=listed[0]), gaps=found, classes={}, ages={})
    drawn = page.over_time
    assert [row[0] for row in drawn.table.rows] == [
        "2 Nov 2026",
        "9 Nov 2026",
        "16 Nov 2026",
    ]
    assert str(drawn.svg).count("w-thread-line") == 4  # two pieces, twice drawn
    one = FairPage(
        of=SimpleNamespace(week=listed[0]), gaps=found[:1], classes={}, ages={}
    )
    assert one.over_time is None
    assert gaps.gaps_over(listed, "another")[0].slope is None
    gaps.slope_in.cache_clear()
