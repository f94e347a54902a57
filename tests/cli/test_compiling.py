"""What takes long to compile is compiled before anybody asks, and only once."""

import subprocess
import sys

import pytest

from weft.access.domain.warming import warm
from weft.cli import compiling


def test_all_that_a_region_is_asked_can_be_asked_of_one_road():
    warm()  # raises where a kernel is fed what it does not take


@pytest.fixture
def kernels(tmp_path, monkeypatch):
    monkeypatch.setattr(compiling, "KERNELS", tmp_path)
    compiling.begin.cache_clear()
    yield tmp_path
    compiling.begin.cache_clear()


def test_nothing_is_begun_where_all_is_compiled(kernels, monkeypatch):
    def refuse(*_words, **_more):
        raise AssertionError("a process was begun")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    (kernels / "plain.py").write_text("x = 1\n")
    module = kernels / "search.py"
    module.write_text("@compiled\ndef f(): ...\n")
    kept = kernels / "__pycache__" / "search.f-1.py311.nbi"
    kept.parent.mkdir()
    kept.write_bytes(b"")
    assert compiling.begin() is None


def test_a_module_that_was_written_since_is_compiled_by_a_process_of_its_own(
    kernels, monkeypatch
):
    begun = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **_: begun.append(words))
    (kernels / "search.py").write_text("@compiled\ndef f(): ...\n")
    compiling.begin()
    compiling.begin()
    assert begun == [[sys.executable, "-m", "weft.cli.compiling"]]
