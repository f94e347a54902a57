"""What every test may ask for, and what is noted about each that ran."""

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.nobody_else import nobody_else_is_asked

ROOT = Path(__file__).parents[1]
SHOWN = ROOT / ".cache" / "shows.json"
# How long a test takes says something of the machine, and nothing of the law it holds.
# A run that decides whether a change is taken gives the same answer for the same
# change; everybody else's looks at new cases each time.
settings.register_profile(
    "weft", deadline=None, derandomize=bool(os.environ.get("WEFT_REQUIRE"))
)
settings.load_profile("weft")
LINUX = hasattr(os, "sched_getaffinity")
USES_THE_DATA_BASE = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_addoption(parser):
    parser.addoption(
        "--only-data-base",
        action="store_true",
        help="only tests that use the data base: they run again on PostgreSQL",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--only-data-base"):
        chosen = [item for item in items if _uses_the_data_base(item)]
        config.hook.pytest_deselected(items=[i for i in items if i not in chosen])
        items[:] = chosen


def _uses_the_data_base(item) -> bool:
    if item.get_closest_marker("one_data_base"):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & USES_THE_DATA_BASE)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run half as many processes again as there are processors.

    About a quarter of its time a process of these tests waits (``time .ci/run``): for a
    browser, a served house, a worker that was killed, a data base.
    """
    processors = len(os.sched_getaffinity(0)) if LINUX else os.cpu_count() or 1
    return processors * 3 // 2


ONE_WORLD = ("tests/journeys/", "tests/rows/")
"""Folders that share a built valley: whoever runs one of their tests runs them all."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Keep the tests of a file in one process, and all that share a valley.

    Whoever journeys first leaves what they said there. Dealt out by file, it was chance
    who met whom; and a valley was built anew for each file of the rows.
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            path = nodeid.partition("::")[0]
            return next((one for one in ONE_WORLD if path.startswith(one)), path)

    return ByFile(config, log)


# --- which rows of docs/requirements.md were shown ----------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):  # noqa: ARG001 pytest names it
    report = yield
    report.shows = [row for mark in item.iter_markers("shows") for row in mark.args]
    return report


class Shown:
    """Keeps the rows of each test that passed, and forgets those of any other."""

    def __init__(self) -> None:
        self.rows: dict[str, list[str]] = {}
        self.not_passed: set[str] = set()

    def pytest_runtest_logreport(self, report):
        if report.when == "call" and report.passed:
            self.rows[report.nodeid] = report.shows
        if not report.passed:
            self.not_passed.add(report.nodeid)

    def pytest_sessionfinish(self):
        before = json.loads(SHOWN.read_text()) if SHOWN.exists() else {}
        shown = {
            test: rows
            for test, rows in {**before, **self.rows}.items()
            if rows and test not in self.not_passed and _is_still_there(test)
        }
        SHOWN.parent.mkdir(exist_ok=True)
        SHOWN.write_text(json.dumps(shown, indent=1, sort_keys=True))


def _is_still_there(test: str) -> bool:
    """Tell whether a test of an earlier run has not been taken away since."""
    path, *_, name = test.split("::")
    file = ROOT / path
    return file.exists() and f"def {name.partition('[')[0]}(" in file.read_text()


def pytest_configure(config):
    if not hasattr(config, "workerinput"):  # one of several hears only its own tests
        config.pluginmanager.register(Shown(), "weft-shown")


# --- what a test may ask for --------------------------------------------------------


@pytest.fixture(autouse=True, scope="session")
def _nobody_else_is_asked():
    """Close the sockets to other machines; a command that is run keeps its own."""
    with nobody_else_is_asked():
        yield


@pytest.fixture(autouse=True, scope="session")
def _deeds_of_tests_are_allowed():
    """Let tests write into the record what nobody else may."""
    from tests.deeds import allow_deeds_of_tests

    allow_deeds_of_tests()


@pytest.fixture(autouse=True)
def _nobody_has_knocked():
    """Let each test see its own refusals; a process remembers for ten minutes."""
    from weft.accounts.services.refusing import knocks

    knocks.forget()


@pytest.fixture(scope="module")
def chromium():
    """One browser for a module; another library's loop must not outlive it."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        if "browser" in os.environ.get("WEFT_REQUIRE", ""):
            pytest.fail("WEFT_REQUIRE asks for a browser and there is no chromium")
        pytest.skip("not run: no chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared():
    """The real open data and standards beside the project, where they are."""
    folder = Path(os.environ.get("WEFT_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"not run: no shared data at {folder}")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _a_data_folder_of_its_own(tmp_path_factory):
    """Each process keeps its files apart: two of them once built one region at once."""
    from django.conf import settings

    settings.DATA_DIR = tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def postgresql():
    """The address of a PostgreSQL that this run may use as it likes."""
    address = os.environ.get("WEFT_TEST_DATABASE_URL", "")
    if not address:
        if "postgres" in os.environ.get("WEFT_REQUIRE", ""):
            pytest.fail("WEFT_REQUIRE asks for PostgreSQL and there is none")
        pytest.skip("not run: no PostgreSQL (./weft test brings one where it can)")
    return address


@pytest.fixture(autouse=True, scope="session")
def _record_may_be_emptied_between_tests():
    """Let a test that commits be cleaned up after: the record refuses any DELETE."""
    # (the operations alone cannot be imported first: the two import each other)
    from django.db.backends.sqlite3.base import DatabaseOperations

    from weft.accounts.models import Entry

    plain = DatabaseOperations.sql_flush
    table = Entry._meta.db_table  # noqa: SLF001 Django's documented way

    def with_triggers_lifted(self, style, tables, **options):
        statements = plain(self, style, tables, **options)
        if table not in tables:
            return statements
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
                " AND tbl_name = %s",
                [table],
            )
            triggers = cursor.fetchall()
        return [
            *(f'DROP TRIGGER "{name}"' for name, _ in triggers),
            *statements,
            *(made for _, made in triggers),
        ]

    DatabaseOperations.sql_flush = with_triggers_lifted
    yield
    DatabaseOperations.sql_flush = plain


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory,
    django_db_modify_db_settings_parallel_suffix,  # noqa: ARG001 each process its own
):
    """Keep SQLite in a file: connections of several threads share none in memory."""
    from django.db import connections

    told = connections["default"].settings_dict
    if told["ENGINE"].endswith("sqlite3"):
        folder = tmp_path_factory.mktemp("data-base")
        told["TEST"]["NAME"] = str(folder / "weft.sqlite3")
