"""One file of the standard library makes everything ready, or says what to do."""

import ast
import os
import runpy
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOWHERE = "http://127.0.0.1:9/"
NO_PYTHON_PACKAGES = {
    "PIP_INDEX_URL": NOWHERE,
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_RETRIES": "0",
    "UV_DEFAULT_INDEX": NOWHERE,
}
NO_NPM = {"npm_config_registry": NOWHERE}


class Clone:
    """A fresh copy of what is committed, as somebody else would get it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "weft"
        self.caches = folder / "caches"
        git = shutil.which("git")
        subprocess.run(  # noqa: S603 our own repository
            [git, "clone", "--quiet", "--depth=1", f"file://{ROOT}", self.folder],
            check=True,
        )

    def weft(self, *typed, at=None, **settings) -> "subprocess.CompletedProcess[str]":
        """Run ./weft there, with caches that hold only what it fetched itself."""
        plain = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith("WEFT_") and k not in {"PYTHONPATH", "VIRTUAL_ENV"}
        }
        plain["UV_CACHE_DIR"] = str(self.caches / "uv")
        plain["PIP_CACHE_DIR"] = str(self.caches / "pip")
        plain["npm_config_cache"] = str(self.caches / "npm")
        return subprocess.run(  # noqa: S603 our own file
            [sys._base_executable, at or self.folder / "weft", *typed],  # noqa: SLF001 not the environment's own
            env={**plain, **settings},
            cwd=self.folder.parent,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    @property
    def vendor(self) -> set[str]:
        folder = self.folder / "src" / "weft" / "shell" / "static" / "vendor"
        return {path.name for path in folder.glob("[!.]*")}

    def git(self, *typed) -> str:
        return subprocess.run(  # noqa: S603 our own repository
            [shutil.which("git"), *typed],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=True,
        ).stdout


@pytest.fixture
def clone(tmp_path):
    """A clone on a machine with nothing on it."""
    return Clone(tmp_path)


@pytest.mark.slow
def test_from_a_bare_machine_to_a_command_that_runs(clone, tmp_path):
    """First without a network, then without npm's, then with both, then again."""
    helped = clone.weft("--help")
    assert helped.returncode == 0
    assert "demo" in helped.stdout
    for name in ("lock", "setup"):
        told = clone.weft(name, "--help")
        assert (told.returncode, told.stderr) == (0, "")
        assert f"./weft {name}" in told.stdout
    assert not (clone.folder / ".venv").exists(), "help needs nothing made"

    cut_off = clone.weft("backup", "--help", **NO_PYTHON_PACKAGES, **NO_NPM)
    assert cut_off.returncode == 1
    assert "could not be fetched. Is there a network" in cut_off.stderr
    assert "run the same command again" in cut_off.stderr
    assert "Traceback" not in cut_off.stderr

    began = time.monotonic()
    plain = clone.weft("backup", "--help", **NO_NPM)
    if "Is there a network" in plain.stderr:
        pytest.skip("not run: no network to the package registries")
    assert plain.returncode == 0, plain.stderr
    assert "plainly but wholly" in plain.stderr.replace("\n", " ")
    assert clone.vendor == set()
    quick = clone.weft("backup", "--help", **NO_NPM)
    assert "./weft setup tries again" in quick.stderr
    assert "fetching" not in quick.stderr, "a start does not wait for npm each time"

    whole = clone.weft("setup")
    assert whole.returncode == 0, whole.stderr
    assert {"htmx.min.js", "maplibre-gl.mjs", "pmtiles.js"} <= clone.vendor
    assert not (clone.folder / "node_modules").exists()
    assert " s\n" in whole.stderr, "it says how long it took"
    assert time.monotonic() - began < 60, "all that is fetched, in under a minute"

    link = tmp_path / "elsewhere"
    link.symlink_to(clone.folder / "weft")
    again = clone.weft("backup", "--help", at=link, **NO_PYTHON_PACKAGES, **NO_NPM)
    assert again.returncode == 0
    assert again.stderr == "", "a second start makes nothing and says nothing"
    assert clone.git("status", "--porcelain") == "", "all that is made is ignored"


@pytest.fixture
def become(monkeypatch, tmp_path):
    """What ./weft would become: the program, the words and the settings."""
    became = []
    monkeypatch.setattr(os, "execve", lambda *told: became.append(told))
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    here = runpy.run_path(str(ROOT / "weft"), run_name="weft")
    monkeypatch.setitem(here["become"].__globals__, "CACHE", tmp_path)

    def ask():
        here["become"](Path(sys.executable), ["backup", "--help"])
        return became.pop()

    return ask


def test_who_wants_nothing_written_beside_the_code_starts_as_quickly(
    become, monkeypatch, tmp_path
):
    """Python would compile all modules at each start: 2 s of the 3 it may take."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    python, typed, settings = become()

    def compiled():
        subprocess.run(  # noqa: S603 our own command
            [python, *typed[1:]],
            env={**settings, "WEFT_DATA_DIR": str(tmp_path / "data")},
            capture_output=True,
            check=True,
        )
        written = (tmp_path / "bytecode").rglob("*.pyc")
        return {path: path.stat().st_mtime_ns for path in written}

    first = compiled()
    assert len(first) > 300
    assert compiled() == first


def test_where_python_may_write_beside_the_code_it_does(become, monkeypatch):
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    assert "PYTHONPYCACHEPREFIX" not in become()[2]


@pytest.mark.slow
def test_where_there_is_no_node_one_is_brought_and_taken_away(clone, tmp_path):
    bare = tmp_path / "bin"
    bare.mkdir()
    for tool in ("git", "sh", "uname", "env"):
        if found := shutil.which(tool):
            (bare / tool).symlink_to(found)
    done = clone.weft("setup", PATH=str(bare))
    if "Is there a network" in done.stderr:
        pytest.skip("not run: no network to the package registries")

    assert done.returncode == 0, done.stderr
    assert "there is no node here" in done.stderr
    assert "maplibre-gl.mjs" in clone.vendor
    assert not (clone.folder / ".cache" / "node").exists()


class TestOldPythons:
    def test_the_file_can_be_read_by_them_so_that_it_can_say_so(self):
        text = (ROOT / "weft").read_text()
        ast.parse(text, feature_version=(3, 7))
        first = text.index("version_info")
        assert first < text.index("import contextlib"), "before anything new is used"

    def test_they_say_it_kindly(self, tmp_path):
        """Every older Python on this machine; pretended where there is none."""
        pretended = (
            "import sys, runpy; sys.version_info = (3, 9, 18);"
            f"runpy.run_path({str(ROOT / 'weft')!r}, run_name='__main__')"
        )
        commands = [[sys.executable, "-c", pretended]]
        commands += [
            [old, ROOT / "weft", "demo"]
            for minor in range(6, 11)
            if (old := shutil.which(f"python3.{minor}"))
        ]
        for command in commands:
            done = subprocess.run(  # noqa: S603 our own file
                command, capture_output=True, text=True, check=False, cwd=tmp_path
            )
            if "command not found" in done.stderr:
                continue  # a launcher without its Python
            assert done.returncode == 1
            assert "needs Python 3.11 or newer" in done.stderr
            assert "Traceback" not in done.stderr


class TestLockFiles:
    @pytest.mark.parametrize("name", ["run", "test", "uv", "node"])
    def test_every_package_is_pinned_with_hashes_and_no_address(self, name):
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        packages = [line for line in text.splitlines() if "==" in line]

        assert packages
        assert text.count("--hash=sha256:") >= len(packages)
        assert "://" not in text

    def test_npm_packages_have_integrity_and_no_address(self):
        import json

        told = json.loads((ROOT / "package-lock.json").read_text())["packages"]
        packages = {name: one for name, one in told.items() if name}

        assert packages
        assert [n for n, one in packages.items() if "integrity" not in one] == []
        assert [n for n, one in packages.items() if "resolved" in one] == []

    def test_the_tests_hold_all_that_running_does_in_the_same_versions(self):
        def pinned(name):
            text = (ROOT / "requirements" / f"{name}.txt").read_text()
            return {line.split(" ")[0] for line in text.splitlines() if "==" in line}

        assert pinned("run") <= pinned("test")

    def test_the_version_is_told_once(self):
        import tomllib

        from weft import __version__

        told = tomllib.loads((ROOT / "pyproject.toml").read_text())
        assert told["project"]["version"] == __version__
