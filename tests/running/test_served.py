"""A house that is served, from outside: what it opens, says, keeps and forgets."""

import contextlib
import os
import signal
import socket
import threading
import time

import httpx
import pytest

from tests.cli.running import make_data, served, weft

POSTCODE, HOURS = "ZD1 1AA", "13:15"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house") / "data"
    with served(folder) as opened:
        opened.folder = folder
        yield opened


def test_it_says_where_it_is_by_the_name_that_passkeys_need(house):
    assert f"http://localhost:{house.port}" in house.said


def test_it_opens_its_door_on_this_machine_only(house):
    """Every other address of this machine finds the port shut."""
    others = {
        told[4][0]
        for told in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    } - {"127.0.0.1"}
    for address in (*others, "127.0.0.2"):
        with socket.socket() as knock:
            knock.settimeout(1)
            assert knock.connect_ex((address, house.port)) != 0


def test_it_tells_nobody_which_program_answers(house):
    assert "server" not in httpx.get(f"{house.address}/health.json").headers


@pytest.mark.parametrize(
    "page", ["/", "/choices", "/places", "/map", "/my-list", "/open", "/health", "/no"]
)
def test_no_public_page_leaves_a_cookie(house, page):
    answer = httpx.get(f"{house.address}{page}", follow_redirects=True)

    assert answer.status_code < 500
    assert "set-cookie" not in answer.headers


def test_nothing_that_somebody_asked_for_is_in_the_log(house):
    asked = {"where": POSTCODE, "near": POSTCODE, "from": HOURS, "words": "bereaved"}
    for page in ("/", "/choices", "/api/v1/choices"):
        httpx.post(f"{house.address}{page}", data=asked)
        httpx.post(f"{house.address}{page}", json=asked)
        httpx.get(f"{house.address}{page}", params=asked)
    httpx.get(f"{house.address}/{POSTCODE}", headers={"User-Agent": "Lena's phone"})
    said = house.said

    assert "POST /choices" in said, "the search was logged at all"
    for told in (*asked.values(), "ZD1", "ZD1%201AA", "127.0.0.1", "Lena", "python-"):
        assert told not in said


def test_a_request_too_large_is_refused_and_leaves_nothing_behind(house):
    answer = httpx.post(f"{house.address}/choices", content=b"a" * 13_000_000)
    assert answer.status_code == 413


def test_the_worker_inside_does_what_is_due(house):
    end = time.monotonic() + 30
    told = {}
    while time.monotonic() < end and "done" not in str(told):
        told = httpx.get(f"{house.address}/health.json").json()["latest"]
        time.sleep(0.2)
    assert ("jobs.upkeep", "done") in {(w["job"], w["standing"]) for w in told}


@pytest.mark.parametrize("typed", [("serve",), ("worker",), ("worker", "--once")])
def test_one_folder_is_kept_by_one_process(house, typed):
    done = weft(*typed, "--data-dir", house.folder)

    assert done.returncode == 2
    assert "is being served already" in done.stderr
    assert house.address in done.stderr


def test_a_port_that_is_taken_is_refused_with_advice(house, tmp_path):
    done = weft("serve", "--data-dir", tmp_path, "--port", house.port)
    assert done.returncode == 2
    assert "leave --port" in done.stderr


def test_it_ends_politely_and_a_killed_one_leaves_no_lock(tmp_path):
    folder = tmp_path / "data"
    with served(folder) as first:
        os.kill(first.process.pid, signal.SIGKILL)
        first.process.wait()
    with served(folder) as second:
        second.process.terminate()
        assert second.process.wait(timeout=20) == 0
    assert "Traceback" not in second.said


def test_answers_on_their_way_leave_before_it_ends(tmp_path):
    """Closed under its threads, each of them would end in an error in the log."""
    with served(tmp_path / "data") as house:

        def visit():
            with contextlib.suppress(httpx.TransportError):
                while True:
                    httpx.get(f"{house.address}/health")

        visitors = [threading.Thread(target=visit) for _ in range(4)]
        for visitor in visitors:
            visitor.start()
        time.sleep(0.5)
        house.process.terminate()
        assert house.process.wait(timeout=20) == 0
        for visitor in visitors:
            visitor.join()
    assert " ERROR " not in house.said
    assert "GET /health 200" in house.said


def test_the_demo_says_at_once_that_it_cannot_be_served(house, tmp_path):
    """And not after a valley was made, or made anew under whoever looks at it."""
    taken = weft("demo", "--port", house.port, "--data-dir", tmp_path)
    held = weft("demo", "--data-dir", house.folder)

    for done, why in ((taken, "is taken"), (held, "is being served already")):
        assert done.returncode == 2
        assert why in done.stderr
        assert "Making" not in done.stdout


def test_a_worker_apart_does_what_waits_and_stops(tmp_path):
    make_data(WEFT_DATA_DIR=str(tmp_path))
    done = weft("worker", "--once", "--data-dir", tmp_path)

    assert done.returncode == 0, done.stderr
    assert "pieces of work" in done.stdout
    again = weft("worker", "--once", "--data-dir", tmp_path)
    assert "Done: 0 pieces of work." in again.stdout


def test_behind_tls_a_browser_is_kept_to_it(tmp_path):
    told = {"WEFT_BEHIND_TLS": "yes", "WEFT_HOSTS": "weft.example,localhost"}
    with served(tmp_path / "data", **told) as house:
        headers = {"Host": "weft.example", "X-Forwarded-Proto": "https"}
        answer = httpx.get(f"{house.address}/health.json", headers=headers)
        plain = httpx.get(f"{house.address}/health.json")
    assert "max-age=31536000" in answer.headers["strict-transport-security"]
    assert "strict-transport-security" not in plain.headers
