"""Is the style sheet small, ours, alike both ways, and without loose ends?"""

import gzip
import re
from pathlib import Path

from weft.shell.cloth import Weave

SHELL = Path(__file__).parents[2] / "src" / "weft" / "shell"
CSS = (SHELL / "static/shell/weft.css").read_text(encoding="utf-8")
SCRIPTS = [path.read_text() for path in sorted(SHELL.glob("static/shell/*.js"))]
MOST_BYTES = 12_000

RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)


def written():
    """All that our templates and pictures are written with."""
    files = [*SHELL.rglob("*.jinja"), *SHELL.rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_it_is_small():
    assert len(gzip.compress(CSS.encode(), 9)) < MOST_BYTES


def test_the_scripts_of_every_page_are_tiny():
    script = (SHELL / "static/shell/weft.js").read_bytes()
    assert len(gzip.compress(script, 9)) < 2_000


def test_it_knows_no_physical_side():
    sides = re.compile(
        r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b"
        r"|(?<![\w-])(?:left|right|top|bottom|width|height|float)\s*:"
        r"|text-align:\s*(?:left|right)"
    )
    of_media = re.sub(r"@(?:media|container)[^{]*", "", RULES)
    assert sides.findall(of_media) == []


def test_it_bites_a_physical_side():
    assert re.search(r"margin-left", "a { margin-left: 1px }")


def test_it_asks_nobody_else():
    assert "url(http" not in CSS
    assert "@import" not in CSS
    assert "@font-face" not in CSS


def test_every_class_of_ours_that_is_written_is_styled_or_read_by_a_script():
    used = set(
        re.findall(r"""[\s"'.](w-[a-z][\w-]*[a-z0-9])(?=[\s"'`{<:.])""", written())
    )
    patterns = set(re.findall(r'pattern id="([\w-]+)"', written()))
    styled = set(re.findall(r"\.(w-[\w-]+)", RULES))
    hooks = {name for name in used if any(name in script for script in SCRIPTS)}
    assert used - patterns - styled - hooks - KNOWN == set()


KNOWN = {
    # named so that a test or another part may find them; they look like what they hold
    "w-cloth",
    "w-free",
    "w-loom__said",
    "w-mark__cloth",
    "w-plot-figure",
    "w-name",
    "w-yes",
    "w-no",
    "w-area--threads",
    # a word in a comment or a docstring, and beginnings completed by a value
    "w-cut",
}


def test_every_weave_has_its_pattern_and_is_never_hidden():
    weaves = (SHELL / "templates/components/weaves.jinja").read_text()
    for weave in Weave:
        assert f'id="w-{weave}"' in weaves
    rule = re.search(r"\.w-weaves\s*{([^}]*)}", RULES)[1]
    assert "display" not in rule
    assert "hidden" not in rule


def test_every_pattern_that_is_named_is_drawn():
    weaves = (SHELL / "templates/components/weaves.jinja").read_text()
    drawn = set(re.findall(r'pattern id="w-([\w-]+)"', weaves))
    named = set(re.findall(r"url\(#w-([\w-]+)\)", written() + CSS))
    assert named - drawn == set()


def test_nothing_moves_for_whoever_asked_for_calm():
    assert "prefers-reduced-motion: reduce" in CSS


def test_scripts_hold_no_home_and_no_hours():
    script = (SHELL / "static/shell/weft.js").read_text()
    assert "localStorage" not in script
    assert "cookie" not in script
    assert "fetch(" not in script
