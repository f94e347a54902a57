"""Does the harvest benchmark judge rightly, and does its peer know what it should?"""

import importlib
import sys
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
OURS = ("harvest", "_harvest_feed", "_harvest_by_hand")


@pytest.fixture
def modules(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    yield [importlib.import_module(name) for name in OURS]
    for name in OURS:
        sys.modules.pop(name, None)


def a_measure(seconds, megabytes=200.0):
    return {
        "seconds": seconds,
        "worked": seconds,
        "megabytes": megabytes,
        "megabytes at last": megabytes,
    }


@pytest.mark.parametrize(
    ("large", "megabytes", "equal", "code"),
    [
        (300.0, 200.0, True, 0),
        (2_000.0, 200.0, True, 3),
        (300.0, 4_000.0, True, 3),
        (300.0, 200.0, False, 1),
    ],
)
def test_one_means_other_answers_and_three_a_goal_missed(
    modules, capsys, large, megabytes, equal, code
):
    found = {
        10_000: (a_measure(2.0), a_measure(30.0)),
        100_000: (a_measure(20.0), a_measure(large, megabytes)),
    }

    assert modules[0].verdict(found, equal=equal) == code
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith(f"answers equal: {'yes' if equal else 'no'}")


@pytest.mark.parametrize("many", [1, 100, 250])
def test_the_peer_knows_every_service_as_it_was_made_up(modules, tmp_path, many):
    harvest, feed, hand = modules
    handler = type("H", (feed._Handler,), {"made": feed.Made(many)})  # noqa: SLF001 the feed's own
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    file = tmp_path / "by-hand.sqlite3"

    hand.read(f"http://127.0.0.1:{server.server_port}/v3", file)
    server.shutdown()
    server.server_close()

    told = harvest.fingerprint(feed.answers(many))
    assert harvest.fingerprint(hand.known(file)) == told
    assert harvest.fingerprint(feed.answers(many, every=50)) != told
