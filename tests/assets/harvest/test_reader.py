"""Is a feed that stalls, lies or floods refused in one plain sentence?"""

import gzip
import threading
import zlib

import httpx
import pytest

from tests.assets.harvest.publishing import JSON, a_reader, as_json
from tests.ground.sources.fetching.publisher import Answer
from weft.assets.sources.harvest.door import OnlyOutside, is_outside
from weft.assets.sources.harvest.reader import parsed
from weft.commons.errors import FeedNotUnderstood, NotFetched, SourceProblem

MEGABYTE = 1024 * 1024
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    "<feed>&b;</feed>"
)


def packed(body, by="gzip"):
    squeezed = gzip.compress(body) if by == "gzip" else zlib.compress(body)
    return Answer(squeezed, kind=JSON, headers={"Content-Encoding": by})


@pytest.mark.parametrize("by", ["gzip", "deflate"])
def test_what_is_packed_is_unpacked(publisher, reader, by):
    address = publisher.on("/a", packed(b'{"a": 1}', by))

    assert reader.json(address)[0] == {"a": 1}


def test_a_bomb_is_stopped_before_it_goes_off(publisher):
    address = publisher.on("/a", packed(b"0" * (40 * MEGABYTE)))
    reader = a_reader(most_bytes=8 * MEGABYTE)

    with pytest.raises(FeedNotUnderstood, match="more than 8 MB once unpacked"):
        reader.get(address)
    reader.publishers.close()


def test_a_bomb_within_a_bomb_is_not_opened(publisher, reader):
    twice = gzip.compress(gzip.compress(b"0" * MEGABYTE))
    headers = {"Content-Encoding": "gzip, gzip"}
    address = publisher.on("/a", Answer(twice, headers=headers))

    with pytest.raises(FeedNotUnderstood, match="is packed as «gzip, gzip»"):
        reader.get(address)


@pytest.mark.parametrize("cut", [0, 5, 40])
def test_what_is_cut_short_is_not_taken_for_whole(publisher, reader, cut):
    answer = as_json({"contents": list(range(100))})
    answer.cut = cut
    address = publisher.on("/a", answer)

    with pytest.raises(NotFetched, match="broke off in the middle"):
        reader.get(address)


def test_packed_bytes_that_are_cut_short_are_not_taken_for_whole(publisher, reader):
    whole = gzip.compress(b'{"contents": []}' * 50)
    short = Answer(whole[:-12], headers={"Content-Encoding": "gzip"})
    address = publisher.on("/a", short)

    with pytest.raises(NotFetched, match="broke off in the middle"):
        reader.get(address)


def test_bytes_that_are_not_packed_as_they_say_are_refused(publisher, reader):
    wrong = Answer(b"not packed", headers={"Content-Encoding": "gzip"})
    address = publisher.on("/a", wrong)

    with pytest.raises(NotFetched, match="packed wrongly"):
        reader.get(address)


def test_a_feed_that_goes_quiet_is_not_waited_for_for_ever(publisher):
    over = threading.Event()
    address = publisher.on("/a", lambda _asked: (over.wait(20) and None) or Answer())
    reader = a_reader(timeout=0.2)

    with pytest.raises(NotFetched, match="went quiet"):
        reader.get(address)
    over.set()
    reader.publishers.close()


def test_a_feed_that_trickles_is_not_waited_for_for_ever(publisher):
    address = publisher.on("/a", as_json({"contents": ["x" * 1000]}))
    late = iter([0.0, *[1_000.0] * 100])
    reader = a_reader(ticks=lambda: next(late))

    with pytest.raises(NotFetched, match="trickles"):
        reader.get(address)
    reader.publishers.close()


def test_a_circle_of_redirects_is_left(publisher, reader):
    publisher.on("/a", Answer(status=302, headers={"Location": "/b"}))
    publisher.on("/b", Answer(status=302, headers={"Location": "/a"}))

    with pytest.raises(FeedNotUnderstood, match="never arrives"):
        reader.get(f"{publisher.address}/a")


def test_a_redirect_that_arrives_is_followed(publisher, reader):
    publisher.on("/a", Answer(status=301, headers={"Location": "/b"}))
    publisher.on("/b", as_json([1]))

    assert reader.json(f"{publisher.address}/a")[0] == [1]


@pytest.mark.parametrize(
    "body",
    [
        BOMB.encode(),
        b"<!doctype html><html></html>",
        b'{"contents": [',
        b"",
        b"\xff\xfe{",
        b"[" * 100_000,
        b"1" * 5_000,
    ],
)
def test_what_is_no_json_is_refused_in_one_sentence(body):
    with pytest.raises(FeedNotUnderstood) as told:
        parsed(body, "https://feed.example/v3")

    assert "ha" * 3 not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_a_refusal_is_told_in_one_sentence(publisher, reader, status):
    address = publisher.on("/a", Answer(status=status))

    with pytest.raises(SourceProblem) as told:
        reader.get(address)

    assert "\n" not in str(told.value)


# --- whose door ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "outside"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 nothing is bound
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_only_numbers_that_all_of_the_internet_reaches_are_outside(number, outside):
    assert is_outside(number) is outside


class Heard(httpx.BaseTransport):
    """Hears where a request would go, and sends nothing."""

    def __init__(self):
        self.requests = []

    def handle_request(self, request):
        self.requests.append(request)
        return httpx.Response(200, json=[])


def asks(address, *numbers):
    heard = Heard()
    door = OnlyOutside(nearby=False, inner=heard, look_up=lambda _host, _port: numbers)
    with httpx.Client(transport=door) as client:
        client.get(address)
    return heard.requests


def test_the_connection_goes_to_the_number_that_was_looked_at():
    [request] = asks("https://feed.example/v3", "93.184.216.34")

    assert request.url.host == "93.184.216.34"
    assert request.headers["host"] == "feed.example"
    assert request.extensions["sni_hostname"] == "feed.example"


@pytest.mark.parametrize("numbers", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], []])
def test_a_name_that_stands_for_a_machine_in_here_is_not_asked(numbers):
    with pytest.raises(NotFetched, match="only this network reaches"):
        asks("https://feed.example/v3", *numbers)


@pytest.mark.parametrize("address", ["ftp://feed.example/", "file:///etc/passwd"])
def test_only_addresses_of_the_web_are_asked(address):
    with pytest.raises((NotFetched, httpx.UnsupportedProtocol)):
        asks(address, "93.184.216.34")


def test_a_feed_may_not_send_us_to_a_machine_in_here(publisher):
    """What the guard is for: an address outside that leads inside."""
    publisher.on("/v3", as_json([1]))
    reader = a_reader(nearby=False)

    with pytest.raises(NotFetched, match="only this network reaches"):
        reader.get(f"{publisher.address}/v3")
    assert publisher.asked == []
    reader.publishers.close()


def test_who_asks_says_so(publisher, reader):
    reader.get(publisher.on("/a", as_json([])))

    assert "Weft/" in publisher.asked[0].headers["user-agent"]
