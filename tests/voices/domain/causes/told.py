"""Accounts of causes for tests, short to write: «a+b» is «more a, more b»."""

import csv
import os
from pathlib import Path

from weft.voices.domain.kinds import Basis, Sign
from weft.voices.domain.told import CauseTold

SHARED = Path(os.environ.get("WEFT_SHARED", Path(__file__).parents[5] / "shared"))
MAPS = SHARED / "standards" / "causal-maps"


def told(*written: str, basis: Basis = Basis.STATED) -> list[CauseTold]:
    return [
        CauseTold(
            ref=f"L{at}",
            cause=one[0],
            effect=one[2],
            sign=Sign(one[1]),
            basis=basis,
            words=(f"P{at}",),
        )
        for at, one in enumerate(written)
    ]


def foresight() -> list[CauseTold]:
    with (MAPS / "foresight-links.csv").open(encoding="utf-8") as file:
        return [
            CauseTold(
                ref=row["id"],
                cause=row["from"],
                effect=row["to"],
                sign=Sign.MORE if int(row["sign"]) > 0 else Sign.LESS,
            )
            for row in csv.DictReader(file)
        ]
