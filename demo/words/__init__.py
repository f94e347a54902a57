"""Where do the words of the valley come from?

From plain tables in this folder, a bar between cells: a hash begins a remark, the
first other line names the columns. They hold names and sentences, never dates or
places on the ground: those are reckoned.
"""

from pathlib import Path

FOLDER = Path(__file__).parent


def lines(name: str) -> list[str]:
    """Read the lines of a file that say something."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def table(name: str) -> list[dict[str, str]]:
    """Read a table, each row by the names of its columns."""
    header, *rows = lines(name)
    columns = header.split("|")
    found = []
    for row in rows:
        cells = row.split("|")
        if len(cells) != len(columns):
            raise ValueError(f"{name}: {len(cells)} cells, not {len(columns)}: {row}")
        found.append(
            {column: cell.strip() for column, cell in zip(columns, cells, strict=True)}
        )
    return found
