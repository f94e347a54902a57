"""What does a person type to have the valley's files written?"""

import argparse
from datetime import date, timedelta
from pathlib import Path

from demo import recipe


def monday(text: str) -> date:
    """Read a date and go back to its Monday."""
    day = date.fromisoformat(text)
    return day - timedelta(days=day.weekday())


def main() -> None:
    """Write the valley and say what was written."""
    ask = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    ask.add_argument("--into", type=Path, required=True, help="a folder of its own")
    ask.add_argument("--week", type=monday, required=True, help="any day of the week")
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    written = recipe.write(asked.into, week=asked.week, seed=asked.seed, progress=print)
    for file in written:
        print(f"{file.rows:>8,}  {file.path}")
    print(f"{len(written)} files, week of {asked.week.isoformat()}, seed {asked.seed}")


if __name__ == "__main__":
    main()
