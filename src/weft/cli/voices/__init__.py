"""Take in what was said in a room, and let it leave again, whole.

./weft voices                            which projects there are
./weft voices begin PROJECT NAME         a new one: its address, and what it is called
./weft voices link PROJECT               prints the link of those who hold it
./weft voices take-in FILE [--instead]   a project: Weft's own file, or REFI-QDA (.qdpx)
./weft voices leave PROJECT FILE         … written, as .json with nothing lost, as .qdpx
                                         for other programs, as .qdc its codes alone, as
                                         .jsonld passages and codes (Web Annotation)
./weft voices put-in PROJECT FILE …      words (DOCX, ODT, PDF, text, WebVTT), pictures
    --workshop REF                       at which workshop; else the only one
    --with-names                         voices of a transcript keep the names in it
    --nobody-in-it                       you looked: nobody can be known in the pictures
./weft voices take-votes PROJECT ROUND FILE…  votes as Polis writes them, read into a
                                         round, which is then over and counted
./weft voices leave-votes PROJECT ROUND FOLDER  … written so, with every ballot

./weft voices example --from FILE        the notes that Weft comes from: place each
                                         character, and tell our draft reading of them
    --all                                and list every passage and row
    --take-in [--sees anybody]           and take it in as a project

What those who spoke took back is in no file. With --instead a project takes the place
of one at the same address, with all that was done there since. Notes of another
workshop are placed too, without the draft. What is taken in is read only by those who
hold the project, unless you know that those who were there said otherwise.
"""

import argparse
from pathlib import Path

from weft.cli.voices.deeds import DEEDS
from weft.voices.domain.kinds import Sees


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(DEEDS), nargs="?", default="list")
    parser.add_argument("which", nargs="*", metavar="PROJECT or FILE")
    parser.add_argument("--region", help="its short name; else the first that is here")
    parser.add_argument("--instead", action="store_true", help="over what is there")
    parser.add_argument("--from", dest="source", type=Path, metavar="FILE")
    parser.add_argument("--all", action="store_true", help="every passage and row")
    parser.add_argument("--take-in", action="store_true", help="keep it as a project")
    parser.add_argument("--workshop", metavar="REF", help="at which workshop")
    parser.add_argument("--with-names", action="store_true", help="keep voices' names")
    parser.add_argument(
        "--nobody-in-it", action="store_true", help="nobody can be known in pictures"
    )
    parser.add_argument(
        "--sees",
        choices=[one.value for one in Sees],
        default=Sees.HOSTS.value,
        help="whom those who were there let read it (default: hosts)",
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    return DEEDS[args.deed](args)
