"""What has no page does not exist: sources, settings, commands, jobs, methods."""

import ast
import re
from pathlib import Path

from tests.house_rules.source import PACKAGE, ROOT
from weft.cli import line

DOCS = ROOT / "docs"


def text_of(folder: Path) -> str:
    return "\n".join(path.read_text() for path in sorted(folder.rglob("*.md")))


def sources(package: Path) -> list[str]:
    """Find the importers: the modules with the one entry that every importer has."""
    return sorted(
        path.stem
        for path in package.glob("*/sources/*.py")
        if "\ndef read(" in path.read_text()
    )


def settings(package: Path) -> list[str]:
    """Find every WEFT_… that the code reads."""
    read = "\n".join(path.read_text() for path in package.rglob("*.py"))
    read += (ROOT / "weft").read_text() if (ROOT / "weft").exists() else ""
    return sorted(set(re.findall(r"\bWEFT_[A-Z_]+[A-Z]\b", read)))


def commands(_package: Path) -> list[str]:
    return sorted(line.commands())


def job_kinds(package: Path) -> list[str]:
    return sorted(
        str(node.args[0].value)
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "job"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    )


def without_a_page(names: list[str], said: str) -> list[str]:
    return [name for name in names if f"`{name}`" not in said]


def test_every_source_has_its_data_card():
    assert without_a_page(sources(PACKAGE), text_of(DOCS / "data")) == []


def test_every_setting_is_told():
    said = (DOCS / "running" / "settings.md").read_text()
    assert without_a_page(settings(PACKAGE), said) == []


def test_every_command_is_told():
    assert without_a_page(commands(PACKAGE), text_of(DOCS / "running")) == []


def test_every_job_kind_is_told():
    assert without_a_page(job_kinds(PACKAGE), text_of(DOCS / "running")) == []


def test_every_method_page_named_in_the_code_is_there():
    named = {
        name
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r"docs/[\w/.-]+\.(?:md|toml)", path.read_text())
    }
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_link_among_our_documents_leads_somewhere():
    pages = [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
    lost = [
        f"{path.relative_to(ROOT)} -> {target}"
        for path in pages
        for target in LINK.findall(path.read_text())
        if not (path.parent / target).exists()
    ]
    assert lost == []


def test_it_bites_what_has_no_page(tmp_path):
    package = tmp_path / "weft"
    (package / "need" / "sources").mkdir(parents=True)
    (package / "need" / "sources" / "gossip.py").write_text(
        '"""?"""\n\ndef read(): ...\n'
    )
    assert without_a_page(sources(package), "`iod`") == ["gossip"]
