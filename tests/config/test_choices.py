"""A deployment that is wrongly configured does not start, and is told what to type."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from weft.commons.errors import WronglyConfigured
from weft.config import choices

ROOT = Path(__file__).parents[2]


class TestUnknownSettings:
    def test_a_slip_of_the_pen_is_refused_with_the_one_that_was_meant(self):
        with pytest.raises(WronglyConfigured, match="Did you mean WEFT_HOSTS"):
            choices.refuse_unknown({"WEFT_HOST": "a.example"})

    def test_others_settings_are_none_of_our_business(self):
        choices.refuse_unknown({"WARP_HOSTS": "x", "PATH": "/bin"})

    def test_every_known_one_has_its_line_in_the_guide(self):
        guide = (ROOT / "docs" / "running" / "settings.md").read_text()
        assert {name for name in choices.KNOWN if f"`{name}`" not in guide} == set()


class TestSecretKey:
    def test_is_made_at_the_first_start_and_kept(self, tmp_path):
        made = choices.secret_key({}, tmp_path)

        assert len(made) >= choices.SHORTEST_SECRET
        assert choices.secret_key({}, tmp_path) == made
        kept = tmp_path / choices.SECRET_FILE
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600

    def test_two_data_folders_have_two(self, tmp_path):
        folders = [tmp_path / name for name in "ab"]
        for folder in folders:
            folder.mkdir()
        assert len({choices.secret_key({}, folder) for folder in folders}) == 2

    def test_one_that_a_kill_left_empty_is_made_anew(self, tmp_path):
        (tmp_path / choices.SECRET_FILE).touch()
        made = choices.secret_key({}, tmp_path)

        assert len(made) >= choices.SHORTEST_SECRET
        assert choices.secret_key({}, tmp_path) == made

    def test_a_short_one_in_the_folder_is_refused(self, tmp_path):
        (tmp_path / choices.SECRET_FILE).write_text("weft")
        with pytest.raises(WronglyConfigured, match="Delete the file"):
            choices.secret_key({}, tmp_path)

    def test_a_short_one_is_refused(self, tmp_path):
        with pytest.raises(WronglyConfigured, match="at least 50"):
            choices.secret_key({"WEFT_SECRET_KEY": "weft"}, tmp_path)


class TestDataBase:
    def test_without_an_address_it_is_one_file_that_loses_nothing(self, tmp_path):
        told = choices.data_base({}, tmp_path)

        assert told["NAME"] == tmp_path / "weft.sqlite3"
        assert told["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        assert "synchronous=FULL" in told["OPTIONS"]["init_command"]

    def test_an_address_may_hold_what_is_odd_in_a_password(self, tmp_path):
        address = "postgresql://weft:p%40ss%2Fword@db.example:5433/region"
        told = choices.data_base({"WEFT_DATABASE_URL": address}, tmp_path)

        assert (told["USER"], told["PASSWORD"]) == ("weft", "p@ss/word")
        assert (told["HOST"], told["PORT"], told["NAME"]) == (
            "db.example",
            5433,
            "region",
        )

    def test_an_address_may_be_a_socket(self, tmp_path):
        address = "postgresql://weft@/weft?host=/var/run/postgresql"
        told = choices.data_base({"WEFT_DATABASE_URL": address}, tmp_path)

        assert told["OPTIONS"] == {"host": "/var/run/postgresql"}

    @pytest.mark.parametrize(
        "address",
        [
            "mysql://a/b",
            "postgresql://a",
            "region",
            "postgresql:///",
            "postgresql://a:b@c:port/d",
            "postgresql://a:b@c:99999/d",
            "postgresql://a:b@[c/d",
        ],
    )
    def test_an_address_that_is_none_is_refused(self, tmp_path, address):
        with pytest.raises(WronglyConfigured, match="must look like"):
            choices.data_base({"WEFT_DATABASE_URL": address}, tmp_path)


@pytest.mark.parametrize(
    ("setting", "value", "advice"),
    [
        ("WEFT_HOSTS", "https://weft.example/", "names only"),
        ("WEFT_HOSTS", "*", "names only"),
        ("WEFT_BEHIND_TLS", "perhaps", "yes or no"),
        ("WEFT_THREADS", "many", "whole number"),
        ("WEFT_FEWEST", "3", "at least 5"),
        ("WEFT_DATABASE_URL", "sqlite:///x", "must look like"),
        ("WEFT_SECRET_KEY", "short", "at least 50"),
        ("WEFT_PORT", "9", "There is no setting"),
        ("WEFT_DATA_DIR", "/proc/weft", "cannot be made"),
        (
            "WEFT_DATABASE_URL",
            "postgresql://weft@127.0.0.1:9/nowhere",
            "does not answer",
        ),
        (
            "WEFT_DATABASE_URL",
            "postgresql://weft@127.0.0.1:9/nowhere?colour=blue",
            "does not answer",
        ),
        ("WEFT_BIND", "192.0.2.1", "no such address"),
    ],
)
def test_serve_refuses_in_one_plain_sentence(tmp_path, setting, value, advice):
    told = {k: v for k, v in os.environ.items() if not k.startswith("WEFT_")}
    told |= {"PYTHONPATH": str(ROOT / "src"), setting: value}
    told.setdefault("WEFT_DATA_DIR", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "weft", "serve", "--port", "1"],
        env=told,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 2
    assert advice in done.stderr
    assert "Traceback" not in done.stderr
