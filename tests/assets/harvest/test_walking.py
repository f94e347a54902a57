"""Is a feed brought whole, whatever it honours of what it is asked?"""

import pytest

from tests.assets.harvest.publishing import Feed, as_json, head, services
from weft.assets.sources.harvest import Snapshot, open_referral
from weft.assets.sources.harvest.open_referral import probe, walk
from weft.commons.errors import FeedNotUnderstood, NotFetched


@pytest.fixture
def snapshot(tmp_path):
    one = Snapshot(tmp_path / "run")
    one.begin()
    return one


def everything(snapshot):
    return [one for page in snapshot.pages() for one in page["contents"]]


@pytest.mark.parametrize("many", [0, 1, 9, 100, 101, 250])
def test_a_good_feed_is_brought_whole(reader, publisher, snapshot, many):
    feed = Feed(services(many))

    rows = walk(reader, feed.at(publisher), snapshot)

    assert rows == many
    assert everything(snapshot) == feed.services


def test_an_address_may_name_the_list_itself(reader, publisher, snapshot):
    address = Feed(services(3)).at(publisher)

    assert walk(reader, f"{address}/services?per_page=2", snapshot) == 3


def test_it_is_found_out_what_a_good_feed_honours(reader, publisher):
    honours = probe(reader, Feed(services(30)).at(publisher))

    assert honours == {
        "version": "HSDS-UK-3.0",
        "pages from 0": "no",
        "page": "yes",
        "per_page": "yes",
        "full": "not tried",
        "lists": "whole",
        "modified_after": "yes",
    }


def test_it_is_found_out_what_a_poor_feed_ignores(reader, publisher):
    ignores = frozenset({"per_page", "full", "modified_after"})
    feed = Feed(services(30), ignores=ignores, heads=True)

    honours = probe(reader, feed.at(publisher))

    assert {name for name, said in honours.items() if said == "no"} == {
        "pages from 0",
        "per_page",
        "full",
        "modified_after",
    }
    assert honours["lists"] == "one by one"


def test_heads_are_filled_by_full_where_the_feed_knows_it(reader, publisher, snapshot):
    feed = Feed(services(120), heads=True)

    walk(reader, feed.at(publisher), snapshot)

    assert everything(snapshot) == feed.services
    assert snapshot.at.honours["lists"] == "full=true"


def test_heads_are_filled_one_by_one_where_it_does_not(reader, publisher, snapshot):
    feed = Feed(services(60), heads=True, ignores=frozenset({"full"}))

    walk(reader, feed.at(publisher), snapshot)

    assert everything(snapshot) == feed.services


def test_heads_are_what_there_is_where_nothing_fills_them(reader, publisher, snapshot):
    feed = Feed(services(60), heads=True, ignores=frozenset({"full"}), alone=False)

    walk(reader, feed.at(publisher), snapshot)

    assert everything(snapshot) == [head(one) for one in feed.services]
    assert snapshot.at.honours["lists"] == "heads only"


def test_a_feed_that_gives_ten_whatever_is_asked_is_brought_whole(
    reader, publisher, snapshot
):
    feed = Feed(services(35), ignores=frozenset({"per_page"}))

    assert walk(reader, feed.at(publisher), snapshot) == 35


def test_a_feed_that_gives_the_first_page_for_ever_says_too_little(
    reader, publisher, snapshot
):
    feed = Feed(services(35), ignores=frozenset({"page", "per_page"}))

    with pytest.raises(FeedNotUnderstood, match=r"has 35 services, and 10 could be"):
        walk(reader, feed.at(publisher), snapshot)


def test_a_feed_of_the_first_version_is_brought_whole(reader, publisher, snapshot):
    feed = Feed(services(120), v1=True)

    assert walk(reader, feed.at(publisher), snapshot) == 120
    assert snapshot.at.honours["version"] == "1.0, by its envelope"


def test_pages_that_are_counted_from_nought_are_all_brought(
    reader, publisher, snapshot
):
    feed = Feed(services(120), v1=True, from_nought=True)

    assert walk(reader, feed.at(publisher), snapshot) == 120
    assert snapshot.at.honours["pages from 0"] == "yes"


def test_a_bare_list_is_a_feed_of_one_page(reader, publisher, snapshot):
    publisher.on("/v3/services", as_json(services(7)))

    assert walk(reader, f"{publisher.address}/v3", snapshot) == 7


def test_a_walk_that_broke_off_goes_on_where_it_was(reader, publisher, snapshot):
    feed = Feed(services(500))
    address = feed.at(publisher)
    whole, asked = feed._list, []  # noqa: SLF001 the test's own

    def breaks_at_page_four(one):
        asked.append(one.query["page"])
        if one.query["page"] == "4" and asked.count("4") == 1:
            answer = whole(one)
            answer.cut = 900
            return answer
        return whole(one)

    publisher.on("/v3/services", breaks_at_page_four)
    with pytest.raises(NotFetched, match="broke off"):
        walk(reader, address, snapshot)
    landed, before = snapshot.at.pages, len(asked)

    rows = walk(reader, address, Snapshot(snapshot.folder))

    assert landed == 3
    assert rows == 500
    assert asked[before:] == ["4", "5"]


def test_a_page_that_has_not_changed_is_not_sent_again(reader, publisher, tmp_path):
    feed = Feed(services(150))
    address, sent = feed.at(publisher), []
    whole = feed._list  # noqa: SLF001 the test's own

    def marked(one):
        answer = whole(one)
        mark = f'"{hash(answer.body)}"'
        if one.headers.get("if-none-match") == mark:
            sent.append("not modified")
            return type(answer)(status=304, headers={"ETag": mark})
        answer.headers["ETag"] = mark
        return answer

    publisher.on("/v3/services", marked)
    first, second = Snapshot(tmp_path / "1"), Snapshot(tmp_path / "2")
    first.begin()
    second.begin()
    walk(reader, address, first)

    rows = walk(reader, address, second, before=first)

    assert rows == 150
    assert sent == ["not modified"] * 2
    assert list(second.pages()) == list(first.pages())


def test_people_never_touch_the_disk(reader, publisher, snapshot):
    person = {
        "contacts": [{"name": "Ann Persona", "phones": [{"number": "01632 960001"}]}],
        "email": "ann@example.org",
        "assurer_email": "ann@example.org",
    }
    told = [one | person for one in services(3)]
    desk = {"contacts": [{"phones": [{"number": "01632 960999"}]}]}
    address = Feed([*told, services(1, first=9)[0] | desk]).at(publisher)

    walk(reader, address, snapshot)

    kept = b"".join(path.read_bytes() for path in snapshot.folder.rglob("*.json"))
    assert b"Persona" not in kept
    assert b"example.org" not in kept
    assert b"960001" not in kept
    assert b"960999" in kept
    assert snapshot.at.people == {"contacts": 3, "email": 3, "assurer_email": 3}


def test_the_names_of_what_is_tried_are_those_the_page_knows():
    from weft.web.pages.presenters.feeds import ASKED

    told = {
        open_referral.VERSION,
        open_referral.PAGE,
        open_referral.PER_PAGE,
        open_referral.FULL,
        open_referral.LISTS,
        open_referral.MODIFIED_AFTER,
        open_referral.FROM_NOUGHT,
    }
    assert told <= set(ASKED)
