"""Which letters may stand in a file, and which would be run by a spreadsheet?"""

import re

_NOT_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # XML 1.0, production 2
_RUNS = re.compile(r"['=+\-@\t\r|%]")


def xml_text(text: str) -> str:
    """Put U+FFFD for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def no_formula(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (OWASP)."""
    return f"'{text}" if _RUNS.match(text) and text not in SIGNS else text


def as_was(text: str) -> str:
    """Take away the apostrophe that ``no_formula`` put."""
    return text[1:] if text.startswith("'") and _RUNS.match(text[1:]) else text


SIGNS = frozenset({"+", "-", "?"})
"""Alone in a cell these are no formula: the signs of arrows."""
