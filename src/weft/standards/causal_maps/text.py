"""Which cells would a spreadsheet run?"""

import re

_RUNS = re.compile(r"['=+\-@\t\r|%]")


def no_formula(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (OWASP)."""
    return f"'{text}" if _RUNS.match(text) and text not in SIGNS else text


def as_was(text: str) -> str:
    """Take away the apostrophe that ``no_formula`` put."""
    return text[1:] if text.startswith("'") and _RUNS.match(text[1:]) else text


SIGNS = frozenset({"+", "-", "?"})
"""Alone in a cell these are no formula: the signs of arrows."""
