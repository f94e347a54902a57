"""Somebody who checks the list looks at what a feed sent, and takes it in after all."""

import os
import subprocess
import sys

import pytest

from tests.assets.harvest.publishing import Feed, services
from tests.ground.sources.fetching.publisher import at_home
from tests.journeys.conftest import ROOT
from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WHOSE = ("--publisher", "Aldermill Council", "--licence", "OGL v3")


@pytest.fixture
def harvest(valley):
    """Type ./weft harvest, while the valley is being served."""

    def typed(*words):
        command = [sys.executable, "-m", "weft", "harvest", *words]
        return subprocess.run(  # noqa: S603 our own command
            [*command, "--data-dir", str(valley)],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "src"),
                "WEFT_HARVEST_NEARBY": "yes",
            },
            check=False,
            capture_output=True,
            text=True,
            timeout=300,
        )

    return typed


@pytest.fixture
def publisher():
    with at_home() as one:
        yield one


@pytest.fixture
def read(harvest, publisher):
    """A feed that was read, under a name of its own: the valley outlives a test."""
    told = services(12)
    told[0] |= {"alert": "Wet floor", "accreditations": "none yet"}
    told[1] |= {"schedules": [{"freq": "YEARLY"}]}
    key = f"aldermill-{publisher.address.rpartition(':')[2]}"
    address = Feed(told).at(publisher)
    harvest(key, "--add", address, "--region", "tenterdale", *WHOSE)
    done = harvest(key)
    assert done.returncode == 0, done.stdout + done.stderr
    return key


@pytest.fixture
def held(read, harvest, publisher):
    """A feed that has lost half of its rows since."""
    Feed(services(6)).at(publisher)
    assert "held" in harvest(read).stdout
    return read


def looked_at(page):
    assert axe_finds(page) == []
    page.set_viewport_size(PHONE)
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        assert sideways(page) == [], way
    page.set_viewport_size(DESK)


def test_what_was_held_is_looked_at_and_taken_in_after_all(visitor, invitation, held):
    with visitor.at(invitation("ann@example.org")) as page:
        come_in(page)
        assert "What waits in other lists?" in page.inner_text("main")
        page.click("text=See how the lists go that we read from others")
        assert "waiting for your look." in page.inner_text("main")
        looked_at(page)

        page.click(f"#feed-{held} a")
        told = page.inner_text("main")
        assert "50% of them are not in it any more" in told
        assert "accreditations" in told
        assert "a schedule with freq YEARLY" in told
        looked_at(page)
        with page.expect_download() as file:
            page.click("text=CSV >> nth=0")
        assert "alert" in file.value.path().read_text(encoding="utf-8-sig")

        page.click("text=Take it in after all")
        page.get_by_text("All of it was of use.").wait_for()
        assert "Shall this be taken in?" not in page.inner_text("main")
        looked_at(page)


def test_the_page_works_without_a_script(visitor, invitation, read):
    with visitor.at(invitation("cat@example.org"), java_script_enabled=False) as page:
        come_in(page)
        page.goto(f"{visitor.site}/steward/feeds/{read}")
        assert "What could we not use?" in page.inner_text("main")
