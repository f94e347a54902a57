"""No screen, message or export blames or labels people (docs/guides/words.toml).

Read are the templates, and in the code every piece of text that is not a docstring:
what a presenter says, what an error tells. Importers are not read: they must know a
publisher's headings by their own names.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house_rules.source import PACKAGE, ROOT, modules, planted

WORDS = ROOT / "docs" / "guides" / "words.toml"
KNOWING_PUBLISHERS = {"sources", "standards", "exchange", "migrations", "cli"}
LEAST_REASON = 10


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A pattern that stands on no screen of ours."""

    pattern: re.Pattern[str]
    exempt: tuple[str, ...]


def unsaid() -> list[Unsaid]:
    return [
        Unsaid(
            re.compile(rf"(?<![\w-])(?:{entry['word']})(?![\w-])", re.IGNORECASE),
            tuple(entry.get("except", ())),
        )
        for entry in tomllib.loads(WORDS.read_text())["words"]
    ]


def said_in_code(package: Path) -> Iterator[tuple[str, str]]:
    """Give each piece of text that code may show, with where it stands."""
    for module in modules(package):
        if KNOWING_PUBLISHERS & set(module.path.parts):
            continue
        tree = module.tree
        docstrings = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docstrings
            ):
                yield f"src/{module.path}:{node.lineno}", node.value


def said_in_templates(package: Path) -> Iterator[tuple[str, str]]:
    """Give each line of a template or script, comments of the template apart."""
    for path in sorted(package.rglob("*")):
        if path.suffix not in {".jinja", ".js"} or "vendor" in path.parts:
            continue
        text = re.sub(r"\{#.*?#\}", _blank_lines, path.read_text(), flags=re.DOTALL)
        for number, line in enumerate(text.splitlines(), 1):
            yield f"src/{path.relative_to(package.parent)}:{number}", line


def _blank_lines(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")


def blaming(package: Path) -> list[str]:
    words = unsaid()
    return [
        f"{where}: «{found[0]}»"
        for told in (said_in_code, said_in_templates)
        for where, text in told(package)
        for word in words
        if not where.startswith(word.exempt or ("nowhere",))
        for found in word.pattern.finditer(text)
    ]


def test_no_screen_blames_or_labels_people():
    assert blaming(PACKAGE) == []


def test_each_word_says_why_and_what_to_say_instead():
    for entry in tomllib.loads(WORDS.read_text())["words"]:
        assert len(entry["why"]) >= LEAST_REASON
        assert entry["say"]


def test_it_bites_a_presenter_that_blames(tmp_path):
    package = planted(
        tmp_path, "assets/pages/presenters.py", 'SAY = "Three clients did not attend"\n'
    )
    assert len(blaming(package)) == 2


def test_it_bites_a_template_that_labels(tmp_path):
    page = tmp_path / "weft" / "web" / "templates" / "a.jinja"
    page.parent.mkdir(parents=True)
    page.write_text("{# a service user #}\n<p>For hard to reach people</p>\n")
    assert blaming(tmp_path / "weft") == [
        "src/weft/web/templates/a.jinja:2: «hard to reach»"
    ]


def test_it_leaves_importers_and_docstrings_alone(tmp_path):
    planted(tmp_path, "need/sources/iod.py", 'HEADING = "Income Deprivation"\n')
    package = planted(tmp_path, "need/domain/a.py", '"""Not for clients."""\n')
    assert blaming(package) == []
