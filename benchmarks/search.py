"""How fast is a page of search, beside its raw SQL, DuckDB and plain numpy?

./weft bench search                 100,000 and 1,000,000 listings (some minutes)
./weft bench search --sizes 20000   quickly

Prints, for every size, the median and the 95th percentile of 200 questions: a whole
page through the middleware, the search alone, the statements it asked replayed with
nothing around them, and the peers. Then what one slip of the finger costs. Exit code 1
when any answer differs, 3 when a goal is missed.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import django


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100000,1000000")
    sizes = [int(size) for size in parser.parse_args(typed).sizes.split(",")]
    with tempfile.TemporaryDirectory() as held:
        os.environ["DJANGO_SETTINGS_MODULE"] = "weft.config.settings"
        os.environ |= {"WEFT_DATABASE_URL": "", "WEFT_DATA_DIR": held}
        django.setup()
        from _search_measuring import everything  # noqa: PLC0415 after the settings

        return everything(sizes, Path(held))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
