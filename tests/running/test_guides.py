"""What the guides tell people to type is there to be typed."""

import argparse
import re
from importlib import import_module
from pathlib import Path

import pytest

from weft.cli.line import BEFORE, commands, module_of
from weft.config.choices import KNOWN

ROOT = Path(__file__).parents[2]
GUIDES = sorted((*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), ROOT / ".ci/run"))
TYPED = re.compile(r"\./weft ([a-z][a-z-]*)((?: [^\s`|;,)]+)*)")
SHARED = {"--data-dir", "--port", "--help", "-h"}


def options_of(name: str) -> set[str]:
    module = import_module(f"weft.cli.{module_of(name)}")
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    return SHARED | {o for action in parser._actions for o in action.option_strings}  # noqa: SLF001 argparse has no other way


def typed() -> list[tuple[str, str, str]]:
    return [
        (guide.relative_to(ROOT).as_posix(), name, rest)
        for guide in GUIDES
        for name, rest in TYPED.findall(guide.read_text())
    ]


def test_every_command_in_a_guide_is_a_command():
    assert {name for _, name, _ in typed()} - set(commands()) == set()


@pytest.mark.parametrize("name", sorted(set(commands()) - set(BEFORE)))
def test_every_option_in_a_guide_is_an_option(name):
    passes_on = getattr(
        import_module(f"weft.cli.{module_of(name)}"), "PASSES_ON", False
    )
    told = {
        (guide, word)
        for guide, command, rest in typed()
        if command == name
        for word in rest.split()
        if word.startswith("--")
    }
    known = options_of(name)
    assert passes_on or {(g, w) for g, w in told if w not in known} == set()


def test_every_setting_in_a_guide_is_a_setting():
    said = {
        name
        for guide in GUIDES
        for name in re.findall(r"\bWEFT_[A-Z_]+[A-Z]\b", guide.read_text())
    }
    assert said - KNOWN == set()


def test_it_bites_a_command_that_is_gone():
    assert TYPED.findall("type ./weft dance --all now") == [("dance", " --all now")]
