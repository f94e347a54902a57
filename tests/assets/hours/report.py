"""How well does the reader read, and what does it misread?

``python -m tests.assets.hours.report`` says how many of each half of the phrases are
read whole, and lists the misreadings of those it was built on; with ``--held-out`` also
those of the half that nobody looks at while building.
"""

import sys

from tests.assets.hours.truth import misread, phrases

HALVES = {"built_on": "built on", "held_out": "held out"}


def main(*, show_held_out: bool) -> None:
    whole = of = 0
    for name, words in HALVES.items():
        wanted = phrases(name)
        wrong = misread(wanted)
        whole, of = whole + len(wanted) - len(wrong), of + len(wanted)
        _say(words, len(wanted) - len(wrong), len(wanted))
        if name != "held_out" or show_held_out:
            sys.stdout.writelines(f"{one}\n" for one in wrong)
    _say("in all", whole, of)


def _say(words: str, whole: int, of: int) -> None:
    sys.stdout.write(f"{words}: {whole} of {of} read whole, {whole / of:.1%}\n")


if __name__ == "__main__":
    main(show_held_out="--held-out" in sys.argv)
