import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

ROOT = Path(__file__).parents[4]


def answers(**settings):
    done = subprocess.run(
        [sys.executable, "-m", "tests.assets.queries.search.answers"],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": f"src{os.pathsep}.",
            "DJANGO_SETTINGS_MODULE": "weft.config.settings",
            **settings,
        },
    )
    return json.loads(done.stdout)


@pytest.fixture
def a_new_data_base(postgresql):
    """A data base of its own on the PostgreSQL of this run, gone afterwards."""
    import psycopg

    name = f"weft_search_{os.getpid()}"
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(urlsplit(postgresql)._replace(path=f"/{name}"))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.slow
def test_both_data_bases_give_the_same_answers_in_the_same_order(
    a_new_data_base, tmp_path
):
    on_sqlite = answers(WEFT_DATABASE_URL="", WEFT_DATA_DIR=str(tmp_path))
    on_postgresql = answers(
        WEFT_DATABASE_URL=a_new_data_base, WEFT_DATA_DIR=str(tmp_path)
    )

    assert len(on_sqlite) == 1_000
    assert sum("total=0" not in answer for answer in on_sqlite) > 500
    assert on_postgresql == on_sqlite
