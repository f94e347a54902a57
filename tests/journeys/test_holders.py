"""Does a group name and withdraw what it holds, and answer whose a tradition is?"""

import os
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from uuid import UUID

import httpx
import pytest

from tests.journeys.conftest import ROOT
from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in
from tests.leaks.walks import unpacked

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADDRESS = re.compile(r"^http://localhost:\d+(/g/\S+)$", flags=re.MULTILINE)


def weft(valley, *words, check=True):
    return subprocess.run(  # noqa: S603 our own command
        [sys.executable, "-m", "weft", *words, "--data-dir", str(valley)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=check,
        capture_output=True,
        text=True,
        timeout=120,
    )


def key_of(valley, name):
    with closing(sqlite3.connect(valley / "weft.sqlite3")) as data:
        asked = "SELECT id FROM assets_asset WHERE name = ? AND source != 'told'"
        return str(UUID(data.execute(asked, [name]).fetchone()[0]))


def looked_at(page):
    assert axe_finds(page) == []
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for way in ("rtl", "ltr"):
            page.evaluate("way => document.documentElement.dir = way", way)
            assert sideways(page) == [], (size, way)
    page.set_viewport_size(PHONE)


def test_everybody_reads_in_whose_hands_things_are(visitor):
    with visitor.at("/holders", size=PHONE) as page:
        looked_at(page)
        assert "we do not know who decides" in page.inner_text("main")
        assert "Rushby Sixth Form Nights" in page.inner_text("#young")


def test_young_people_get_a_link_once_a_grown_up_is_known_and_withdraw(
    visitor, valley, invitation
):
    key = key_of(valley, "Ings Skaters")
    refused = weft(valley, "link", "make", key, check=False)
    assert refused.returncode != 0
    assert "one grown-up" in refused.stderr + refused.stdout
    with visitor.at(invitation("meg@example.org")) as page:
        come_in(page)
        page.click("text=Say who stands by groups of young people")
        looked_at(page)
        item = page.locator(".w-queue > li", has_text="Ings Skaters")
        item.locator("input[name=words]").fill("Mrs Quill, at the anglers")
        item.locator("button:has-text('Keep this')").click()
        assert "It is noted." in page.inner_text("[role=status]")
    path = ADDRESS.search(weft(valley, "link", "make", key).stdout).group(1)
    with visitor.at(path, size=PHONE) as page:
        assert "Quill" not in page.content()
        page.click("summary:has-text('Your group itself')")
        looked_at(page)
        page.fill(f"#held-{key}-terms", "Ask before you film.")
        page.click("text=Keep these terms")
        page.goto(f"{visitor.site}/groups/{key}")
        assert "Ask before you film." in page.inner_text("main")
        page.goto(f"{visitor.site}{path}")
        page.click("summary:has-text('Your group itself')")
        page.check(f"#held-{key} [value=hidden]")
        page.click("text=Show it like that")
        assert page.goto(f"{visitor.site}/groups/{key}").status == 404
        page.goto(f"{visitor.site}{path}")
        page.click("summary:has-text('Your group itself')")
        page.check(f"#held-{key} [value=public]")
        page.click("text=Show it like that")
        assert page.goto(f"{visitor.site}/groups/{key}").status == 200


@pytest.mark.parametrize("script", [True, False])
def test_a_community_answers_whose_a_tradition_is(visitor, valley, invitation, script):
    name = "Langar dal for four hundred" if script else "The lantern walk"
    key = key_of(valley, name)
    told = {"kind": "holder", "words": "We cook it too.", "held_by": "Kettle On"}
    httpx.post(f"{visitor.site}/tell-us/{key}", data=told).raise_for_status()
    assert name not in httpx.get(f"{visitor.site}/assets/{key}").text
    mail = f"ned{script}@example.org".lower()
    with visitor.at(invitation(mail)) as page:
        come_in(page)
        page.click("text=See what is in dispute")
        looked_at(page)
        assert name not in page.content()
        assert "Kettle On" in page.inner_text("main")
        paths = []
        for _ in range(page.locator("text=Make a link for them").count()):
            page.goto(f"{visitor.site}/steward/disputes")
            page.locator("text=Make a link for them").nth(len(paths)).click()
            told = page.inner_text("[role=status]")
            paths.append(re.search(r"/g/[\w-]+", told)[0])
    for path in paths:
        with visitor.at(path, size=PHONE, java_script_enabled=script) as page:
            if page.locator("text=Give this answer").count() == 0:
                continue
            if script:
                looked_at(page)
            page.check("[name=whose][value=shared]")
            page.fill("[name=said_as]", "our meeting")
            page.click("text=Give this answer")
            assert "Your answer stands" in page.inner_text("[role=status]")
    assert name in httpx.get(f"{visitor.site}/assets/{key}").text


PIECE = {"Range": "bytes=0-15"}  # a map asks for a little at a time
A_GROUP_ON_THE_MAP = (
    "SELECT g.id, MAX(o.id) FROM assets_offer o"
    " JOIN assets_asset g ON g.id = o.group_id"
    " JOIN assets_listing l ON l.offer_id = o.id"
    " WHERE g.kind = 'group' AND g.visibility = 'public' AND l.latitude IS NOT NULL"
    " AND o.region_id = 'tenterdale' AND g.source != 'told'"
    " GROUP BY g.id HAVING COUNT(*) = 1 ORDER BY g.id DESC LIMIT 1"
)


@pytest.mark.shows("A4")
def test_what_a_group_takes_back_is_gone_everywhere_within_a_minute(visitor, valley):
    """By the clock, from a served house whose worker does what follows."""
    with closing(sqlite3.connect(valley / "weft.sqlite3")) as data:
        found = data.execute(A_GROUP_ON_THE_MAP).fetchone()
    group, offer = (str(UUID(one)) for one in found)
    site = visitor.site
    files = (
        f"{site}/open/data/tenterdale/things.csv",
        f"{site}/map/tenterdale.pmtiles",
    )
    ways = (
        f"{site}/offers/{offer}",
        f"{site}/groups/{group}",
        f"{site}/openreferral/v3/services/{offer}",
        *files,
    )
    _until(lambda: all(_says(at, offer) for at in ways), 120)
    path = ADDRESS.search(weft(valley, "link", "make", group).stdout).group(1)

    with visitor.at(path, size=PHONE) as page:
        page.click("text=This isn’t our group")
        assert [at for at in ways if _says(at, offer)] == []
        _until(lambda: all(_given_out(at) for at in files), 60)
        assert [at for at in ways if _says(at, offer)] == []
        page.goto(f"{site}{path}")
        page.click("text=It is our group")


def _until(so, seconds):
    end = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < end, f"it was not so within {seconds} s"
        time.sleep(0.5)


def _given_out(address):
    return httpx.get(address, headers=PIECE).status_code == 206


def _says(address, key):
    """Tell whether a way still leads to it; a file that is kept back does not."""
    answer = httpx.get(address)
    if answer.status_code != 200:
        return False
    return key in unpacked(answer.content, answer.headers["Content-Type"])
