"""No page asks a third party for anything, and none carries script or style inline."""

import re
from pathlib import Path

from tests.house_rules.source import PACKAGE

LOADED = re.compile(
    r"""(?:src|srcset|data-src|action|poster)\s*=\s*["']https?://"""
    r"""|<link[^>]+href\s*=\s*["']https?://"""
    r"""|@import\s+(?:url\()?["']?https?://|url\(\s*["']?https?://"""
    r"""|fetch\(\s*["'`]https?://|import\s*\(?["']https?://""",
)
INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)[^>]*>|\sstyle\s*=\s*["']|\son\w+\s*=\s*["']|<style"""
)
LOOKED_AT = {".jinja", ".html", ".css", ".js"}


def files(package: Path) -> list[Path]:
    return [
        path
        for path in sorted(package.rglob("*"))
        if path.suffix in LOOKED_AT and "vendor" not in path.parts
    ]


def told(package: Path) -> list[str]:
    return [
        f"{path.relative_to(package)}: {match.group(0)}"
        for path in files(package)
        for match in LOADED.finditer(path.read_text())
    ]


def inline(package: Path) -> list[str]:
    return [
        f"{path.relative_to(package)}: {match.group(0).strip()}"
        for path in files(package)
        if path.suffix in {".jinja", ".html"}
        for match in INLINE.finditer(path.read_text())
        if "application/ld+json" not in match.group(0)
    ]


def test_no_page_asks_a_third_party():
    assert told(PACKAGE) == []


def test_no_template_carries_script_or_style_inline():
    assert inline(PACKAGE) == []


def test_it_bites_a_third_party(tmp_path):
    (tmp_path / "a.jinja").write_text(
        '<script src="https://example.org/x.js"></script>'
    )
    assert len(told(tmp_path)) == 1


def test_it_bites_inline_script_and_style(tmp_path):
    (tmp_path / "a.jinja").write_text(
        '<p style="color: red" onclick="x()">a</p><script>1</script>'
    )
    assert len(inline(tmp_path)) == 3
