"""Is what stands on other people's pages light, plain, and what may stand there?"""

import re
from html import unescape

import pytest

from tests.web import valley
from weft.assets.models import Asset

pytestmark = pytest.mark.django_db
PLACE = f"/embed/places/{valley.MSOA}"


@pytest.fixture
def circle():
    region = valley.region()
    hall = valley.place(region)
    circle = valley.group(region)
    every_day = (range(7), valley.time(0, 1), valley.time(23, 58))
    days, starts, ends = every_day
    valley.offer(region, group=circle, place=hall, on=(list(days), starts, ends))
    valley.derive(region)
    return circle


def text_of(response):
    return unescape(response.content.decode())


def test_any_page_may_hold_it_and_no_other_page_of_ours(client, circle):
    for address in (PLACE, f"/embed/groups/{circle.pk}"):
        answer = client.get(address)
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "script-src 'none'" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert not answer.cookies
    for address in ("/", "/open/embed", f"/groups/{circle.pk}", "/open/data"):
        answer = client.get(address)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"


def test_it_runs_nothing_and_asks_nobody_else(client, circle):
    page = text_of(client.get(f"/embed/groups/{circle.pk}"))

    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!/|#)[^"]*"', page) == []


def test_it_says_what_is_on_where_and_leads_to_its_source(client, circle):
    page = text_of(client.get(f"/embed/groups/{circle.pk}"))

    assert "with Hollin Bridge Clay Circle" in page
    assert "Clay at the Old Dye House" in page
    assert "Old Dye House</span>" in page
    assert "Free" in page
    assert f'href="/assets/{circle.pk}"' in page
    assert page.count("<li>") == 7 or page.count("<li>") == 8


def test_near_a_place_each_thing_stands_once(client, circle):
    assert circle
    page = text_of(client.get(PLACE))

    assert "near Hollin Bridge" in page
    assert page.count("<li>") == 1


def test_a_bare_week_says_so_kindly(client):
    valley.region()
    assert "Nothing that we know of" in text_of(client.get(PLACE))


def test_a_place_that_is_hidden_is_not_named_in_it(client, circle):
    Asset.objects.filter(name="Old Dye House").update(visibility="members")
    page = text_of(client.get(f"/embed/groups/{circle.pk}"))

    assert "Old Dye House</span>" not in page


@pytest.mark.parametrize("seen", ["members", "known", "hidden"])
def test_a_group_that_is_not_public_is_nowhere(client, circle, seen):
    Asset.objects.filter(pk=circle.pk).update(visibility=seen)

    assert client.get(f"/embed/groups/{circle.pk}").status_code == 404
    assert client.get(f"/open/embed?group={circle.pk}").status_code == 404
    assert "Clay" not in text_of(client.get(PLACE))


def test_the_lines_to_copy_hold_the_whole_address(client, circle):
    page = text_of(client.get(f"/open/embed?group={circle.pk}"))

    assert f'<iframe src="http://testserver/embed/groups/{circle.pk}"' in page
    assert 'title="What is on with Hollin Bridge Clay Circle"' in page
    place = text_of(client.get(f"/open/embed?place={valley.MSOA}"))
    assert f'<iframe src="http://testserver{PLACE}"' in place


@pytest.mark.parametrize("asked", ["place=E0", "group=x", f"group={valley.MSOA}"])
def test_what_is_not_here_is_told_so(client, asked):
    valley.region()
    assert client.get(f"/open/embed?{asked}").status_code == 404


def test_a_groups_page_leads_to_its_lines(client, circle):
    page = text_of(client.get(f"/groups/{circle.pk}"))
    assert f"/open/embed?group={circle.pk}#lines" in page
