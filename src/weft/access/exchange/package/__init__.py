"""How does a week of real choice leave the house, and how is one that left compared?

A package as the Data Package specification has it: CSV tables, each with its schema,
and ``datapackage.json`` with licences, sources and hashes, in one zip
(docs/methods/real-choice-package.md).
"""

from weft.access.exchange.package.comparing import (
    Compared,
    Differs,
    about_package,
    compared,
)
from weft.access.exchange.package.tables import RESULTS
from weft.access.exchange.package.writing import package_of

__all__ = [
    "RESULTS",
    "Compared",
    "Differs",
    "about_package",
    "compared",
    "package_of",
]
