"""How is an Excel workbook written with nothing but a zip, the same bytes each time?"""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from demo.files import Cell, as_zip

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Give a workbook; texts are shared strings, as Excel itself writes them."""
    strings: dict[str, int] = {}
    pages = {
        f"xl/worksheets/sheet{n}.xml": sheet(rows, strings).encode()
        for n, rows in enumerate(sheets.values(), 1)
    }
    count = len(sheets)
    members = {
        "[Content_Types].xml": content_types(count).encode(),
        "_rels/.rels": relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": contents([*sheets]).encode(),
        "xl/_rels/workbook.xml.rels": relations(
            {
                f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml")
                for n in range(1, count + 1)
            }
            | {f"rId{count + 1}": ("sharedStrings", "sharedStrings.xml")}
        ),
        **pages,
        "xl/sharedStrings.xml": shared_strings(strings).encode(),
    }
    return as_zip(members)


def column(number: int) -> str:
    """Name a column as Excel does: A, B ... Z, AA."""
    name = ""
    while number >= 0:
        name = chr(65 + number % 26) + name
        number = number // 26 - 1
    return name


def sheet(rows: Sequence[Sequence[Cell]], strings: dict[str, int]) -> str:
    """Give one sheet; texts go into ``strings`` and are named by number."""
    names = [column(n) for n in range(max(len(row) for row in rows))]
    out = []
    for number, row in enumerate(rows, 1):
        cells = []
        for name, value in zip(names, row, strict=False):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                at = strings.setdefault(value, len(strings))
                cells.append(f'<c r="{name}{number}" t="s"><v>{at}</v></c>')
            else:
                cells.append(f'<c r="{name}{number}"><v>{value}</v></c>')
        out.append(f'<row r="{number}">{"".join(cells)}</row>')
    body = "".join(out)
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def shared_strings(strings: Mapping[str, int]) -> str:
    """Give the table of texts."""
    body = "".join(
        f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings
    )
    return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{body}</sst>'


def contents(names: Sequence[str]) -> str:
    """Give the list of sheets."""
    body = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, 1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{body}</sheets></workbook>"
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """Say which part of the package points at which."""
    body = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    whole = f'{HEAD}<Relationships xmlns="{RELATIONS}">{body}</Relationships>'
    return whole.encode()


def content_types(sheets: int) -> str:
    """Say what each part of the package is."""
    parts = [("/xl/workbook.xml", "sheet.main")]
    parts += [
        (f"/xl/worksheets/sheet{n}.xml", "worksheet") for n in range(1, sheets + 1)
    ]
    parts.append(("/xl/sharedStrings.xml", "sharedStrings"))
    body = "".join(
        f'<Override PartName="{part}" ContentType="{TYPES}.{kind}+xml"/>'
        for part, kind in parts
    )
    package = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{HEAD}<Types xmlns="{package}">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{body}</Types>'
    )
