"""What does somebody at a terminal see of reading a feed, and what does the job do?"""

import sqlite3

import pytest

from tests.assets.harvest.publishing import Feed, listen, services
from tests.cli.running import weft, with_tables
from tests.ground.sources.fetching.publisher import Answer, at_home
from weft.accounts.actors import Actor
from weft.assets.models import FeedRun, Offer
from weft.ground.models import Region
from weft.jobs.services import ask_for
from weft.jobs.worker import Worker


@pytest.fixture
def publisher():
    with at_home() as one:
        yield one


@pytest.fixture
def built(tmp_path):
    """A data folder with a region in it."""
    with_tables(tmp_path)
    with sqlite3.connect(tmp_path / "weft.sqlite3") as base:
        base.execute(
            "INSERT INTO ground_region (slug, name, made_up, settings, inputs_hash)"
            " VALUES ('somewhere', 'Somewhere', 1, '{}', '')"
        )
    return tmp_path


def asked(folder, *words, nearby="yes"):
    typed = ("harvest", *words, "--data-dir", folder)
    return weft(*typed, WEFT_HARVEST_NEARBY=nearby)


@pytest.mark.slow
def test_a_feed_is_added_read_held_taken_and_stopped(publisher, built):
    address = Feed(services(10)).at(publisher)
    whose = ("--publisher", "The council", "--licence", "OGL v3")

    added = asked(built, "council", "--add", address, "--region", "somewhere", *whose)
    assert added.returncode == 0, added.stderr
    read = asked(built, "council")
    assert (read.returncode, read.stdout) == (0, "council: 10 rows, taken.\n")

    Feed(services(5)).at(publisher)
    held = asked(built)
    assert held.returncode == 1
    assert "council: 5 rows, held. The feed has 5 rows and had 10" in held.stdout
    run = held.stdout.rsplit("--take ", 1)[1].strip()

    assert asked(built, "council", "--take", run).returncode == 0
    told = asked(built, "--list").stdout
    assert "5 rows" in told
    assert "5 not in it any more" in told
    assert asked(built, "council", "--stop").returncode == 0
    assert asked(built, "council").returncode == 1


def test_a_machine_in_here_is_not_asked_unless_that_is_chosen(publisher, built):
    address = Feed(services(10)).at(publisher)
    whose = ("--publisher", "The council", "--licence", "OGL v3")
    asked(built, "council", "--add", address, "--region", "somewhere", *whose)

    done = asked(built, "council", nearby="no")

    assert done.returncode == 1
    assert "only this network reaches" in done.stdout
    assert publisher.asked == []


@pytest.mark.django_db(transaction=True)
def test_the_job_reads_every_feed_and_one_that_fails_stops_no_other(
    publisher, tmp_path, settings
):
    settings.DATA_DIR = tmp_path
    settings.HARVEST_NEARBY = True
    publisher.on("/broken/services", Answer(status=404))
    listen(f"{publisher.address}/broken", key="a-broken-one")
    listen(Feed(services(3)).at(publisher), key="council")
    ask_for(job="assets.harvest", by=Actor.command("test"))

    Worker().work_until_idle()

    assert Offer.objects.count() == 3
    states = dict(FeedRun.objects.values_list("feed", "state"))
    assert states == {"a-broken-one": "broke off", "council": "taken"}
    assert Region.objects.count() == 1
