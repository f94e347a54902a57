"""How does what was typed find its command?

A command is a module of this package that defines ``add_arguments(parser)`` and
``run(args) -> int``; its name is the module's with hyphens for underscores, and its
docstring's first line is its line in ``./weft --help``. Nothing is registered by
hand, and no command is imported before it is asked for.
"""

import argparse
import ast
import difflib
import importlib
import keyword
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from weft.cli.ports import a_port
from weft.commons.errors import WeftError, WronglyConfigured

ROOT = Path(__file__).parents[3]
NO_DATA_BASE = frozenset(
    {
        "bench",
        "check",
        "conformance",
        "equity",
        "next-offer",
        "requirements",
        "restore",
        "test",
    }
)
"""Commands that must not open the data folder before they have looked around."""
BEFORE = {
    "lock": "Remake the lock files, with hashes and no addresses (needs a network).",
    "setup": "Make everything ready, and fetch what could not be fetched before.",
}
"""Commands of the file ``weft`` itself, done before there is an environment."""
TABLES_FIRST = frozenset(
    {
        "account",
        "export",
        "gathered",
        "harvest",
        "import",
        "link",
        "mail",
        "region",
        "replies",
    }
)
"""Commands whose tables are made or migrated before they begin."""
NOTHING_NEW = frozenset({"backup", "export", "gathered", "replies"})
"""Commands that are about what is there already, and must not begin a new folder."""
DATA_FOLDERS = {"demo": "data/tenterdale", "picture": "data/tenterdale"}
DATA_FOLDER = "data/weft"

EXIT_PROBLEM = 1
EXIT_WRONG_USE = 2
EXIT_STOPPED = 130


class Command(Protocol):
    """What a module must define to be a command."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what may follow the command's name."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it, and give the exit code."""


def commands() -> dict[str, str]:
    """List every command with its one line, without importing any."""
    found = dict(BEFORE)
    for path in sorted(Path(__file__).parent.iterdir()):
        file = path / "__init__.py" if path.is_dir() else path
        if file.suffix != ".py" or file.stem == "line" or not file.exists():
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
        names |= {
            alias.asname or alias.name
            for n in tree.body
            if isinstance(n, ast.ImportFrom)
            for alias in n.names
        }
        if {"add_arguments", "run"} <= names:
            lines = (ast.get_docstring(tree) or "").splitlines()
            found[_command_of(path.stem)] = lines[0] if lines else ""
    return dict(sorted(found.items()))


def _command_of(module: str) -> str:
    """Name the command of a module; ``import_`` bears a word that Python keeps."""
    return module.rstrip("_").replace("_", "-")


def module_of(command: str) -> str:
    """Name the module of a command."""
    module = command.replace("-", "_")
    return f"{module}_" if keyword.iskeyword(module) else module


def main(typed: Sequence[str]) -> int:
    """Run what was typed after ./weft.

    Returns
    -------
    int
        The exit code: 0 done, 1 not done, 2 wrongly asked or wrongly configured.
    """
    known = commands()
    if not typed or typed[0] in {"-h", "--help", "help"}:
        _print_help(known)
        return 0 if typed else EXIT_WRONG_USE
    name, rest = typed[0], list(typed[1:])
    try:
        return _run(_known(name, known), rest)
    except WronglyConfigured as problem:
        _say(str(problem))
        return EXIT_WRONG_USE
    except WeftError as problem:
        _say(str(problem))
        return EXIT_PROBLEM
    except KeyboardInterrupt:
        _say("Stopped.")
        return EXIT_STOPPED


def _run(name: str, rest: list[str]) -> int:
    """Read what every command understands, wake Django if needed, and hand over."""
    common = _common(name)
    shared, rest = common.parse_known_args(rest)
    folder = shared.data_dir or os.environ.get("WEFT_DATA_DIR")
    data_dir = Path(folder or ROOT / DATA_FOLDERS.get(name, DATA_FOLDER)).absolute()
    if name in NOTHING_NEW and {"-h", "--help"}.isdisjoint(rest):
        _refuse_a_new_folder(name, data_dir)
    os.environ["WEFT_DATA_DIR"] = str(data_dir)
    if name not in NO_DATA_BASE:
        import django  # noqa: PLC0415 takes a fifth of a second that --help need not wait

        django.setup()
    command = cast("Command", importlib.import_module(f"weft.cli.{module_of(name)}"))
    parser = argparse.ArgumentParser(
        prog=f"./weft {name}",
        description=(command.__doc__ or "").strip(),
        parents=[common],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        # «--data» would be taken for --data-dir here, after the folder was chosen
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    args, others = parser.parse_known_args(rest)
    if others and not getattr(command, "PASSES_ON", False):
        parser.error(f"not understood: {' '.join(others)}")
    args.data_dir, args.port, args.others = data_dir, shared.port, others
    if name in TABLES_FIRST:
        from weft.cli.house import open_data_base  # noqa: PLC0415 needs Django awake

        open_data_base()
    return command.run(args)


def _refuse_a_new_folder(name: str, folder: Path) -> None:
    """Begin no new data folder by a slip of the pen."""
    if not folder.is_dir():
        raise WronglyConfigured(
            f"There is nothing in {folder}. Was another folder meant? "
            f"./weft {name} --data-dir FOLDER"
        )


def _common(name: str) -> argparse.ArgumentParser:
    """Say what means the same to every command, wherever it stands in the line."""
    common = argparse.ArgumentParser(
        prog=f"./weft {name}", add_help=False, allow_abbrev=False
    )
    common.add_argument(
        "--data-dir",
        metavar="FOLDER",
        help=f"where everything is kept (default: {DATA_FOLDER}; demo: "
        f"{DATA_FOLDERS['demo']})",
    )
    common.add_argument(
        "--port",
        type=a_port,
        help="where it is served (default: 8000, or the next free)",
    )
    return common


def _print_help(known: dict[str, str]) -> None:
    print("./weft COMMAND …\n")
    for name, line in known.items():
        print(f"  {name:<14}{line}")
    print("\nEvery command takes --data-dir FOLDER, --port NUMBER and --help.")


def _known(name: str, known: dict[str, str]) -> str:
    """Give the name back, if it is one that this process can run."""
    if name in BEFORE:
        raise WronglyConfigured(f"That is done by the file itself: ./weft {name}")
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f" Did you mean ./weft {near[0]}?" if near else ""
        raise WronglyConfigured(
            f"There is no command «{name}».{hint} ./weft --help lists them all."
        )
    return name


def _say(sentence: str) -> None:
    print(f"weft: {sentence}", file=sys.stderr)
