"""Words from a round on paper stand at once, by whoever answers for them."""

import argparse

import pytest
from django.utils import timezone

from tests.web import valley
from weft.accounts.actors import Actor
from weft.assets.models import Proposal
from weft.assets.queries.chances import put_forward_in
from weft.assets.queries.visits import visits_to
from weft.assets.services.proposals import take_back_change
from weft.assets.sources.gathered import read
from weft.cli import gathered
from weft.commons.errors import FileNotUnderstood, NotFound

pytestmark = pytest.mark.django_db
HEAD = "kind,about,words,shown_as,welcome,safe,said_on,answer\n"
VISIT = "visit,clay,They wave.,a dad,yes,partly,2026-11-02,We do.\n"
GIFT = "gift,,A ladder.,somebody here,,,2026-11-03,\n"


@pytest.fixture
def clay():
    region = valley.region()
    circle = valley.group(region)
    return valley.offer(region, group=circle, reference="clay")


def taken(tmp_path, rows, region=valley.SLUG):
    file = tmp_path / "round.csv"
    file.write_text(HEAD + rows)
    parser = argparse.ArgumentParser()
    gathered.add_arguments(parser)
    return gathered.run(parser.parse_args([str(file), "--region", region]))


def test_a_round_is_taken_and_taken_again(tmp_path, clay, capsys):
    assert taken(tmp_path, VISIT + GIFT) == 0
    assert taken(tmp_path, VISIT + GIFT) == 0

    [visit], [gift] = visits_to(clay.pk), put_forward_in(valley.SLUG)
    assert (visit.words, visit.shown_as, visit.answer) == (
        "They wave.",
        "a dad",
        "We do.",
    )
    assert (gift.words, gift.shown_as) == ("A ladder.", "somebody here")
    assert visit.said_on.isoformat() == "2026-11-02"
    told = capsys.readouterr().out
    assert "2 of 2 were new" in told
    assert "0 of 2 were new" in told


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("worry,,Her curtains,,,,,\n", "neither visit, gift nor offer"),
        ("visit,,They wave.,,,,,\n", "a visit is of a thing"),
    ],
)
def test_a_row_that_cannot_be_read_stops_the_file_with_its_line(
    tmp_path, clay, row, why
):
    assert clay
    file = tmp_path / "round.csv"
    file.write_text(HEAD + row)
    with pytest.raises(FileNotUnderstood, match=why):
        read(file)


def test_one_that_cannot_be_taken_takes_none(tmp_path, clay):
    assert clay
    with pytest.raises(NotFound, match="no-such-thing"):
        taken(tmp_path, GIFT + "visit,no-such-thing,They wave.,,,,,\n")

    assert not Proposal.objects.exists()


def test_nobody_holds_a_code_to_it_but_it_can_be_declined(tmp_path, clay):
    taken(tmp_path, VISIT)
    assert visits_to(clay.pk)

    with pytest.raises(NotFound):
        take_back_change(by=Actor.somebody(), code="", today=timezone.localdate())
