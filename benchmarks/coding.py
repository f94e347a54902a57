"""How long does each act of coding take, beside plain SQLite with the same rows?

./weft bench coding                       10,000, 100,000 and 1,000,000 passages
./weft bench coding --sizes 10000         quickly

The acts of somebody who codes: put a code to a passage, take it off, merge two codes
and take that back, open a text with its marks, list the passages of a code; the last
two are whole pages through the middleware. Beside each the same on three bare tables
with the indexes they need, whose answers must be the same. Processor time, since other
work may share the machine. Exit code 1 when an answer differs, 3 when an act takes 100
milliseconds or more at 100,000 passages (at the largest size below it, if smaller).
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence

import django


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    sizes = [int(size) for size in parser.parse_args(typed).sizes.split(",")]
    with tempfile.TemporaryDirectory() as held:
        os.environ["DJANGO_SETTINGS_MODULE"] = "weft.config.settings"
        os.environ |= {"WEFT_DATABASE_URL": "", "WEFT_DATA_DIR": held}
        django.setup()
        from _coding_measuring import everything  # noqa: PLC0415 after the settings

        return everything(sizes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
