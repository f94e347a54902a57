"""Which day was typed?"""

import argparse
from datetime import date


def a_day(typed: str) -> date:
    """Read a day as it stands after --week.

    Raises
    ------
    argparse.ArgumentTypeError
        It is none; with how one is written.
    """
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{typed}» is no day; write it as 2026-11-23"
        ) from None
