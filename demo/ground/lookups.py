"""Which area lies in which, as the ONS portal's lookups say it?

Every table begins with a byte-order mark; Welsh names are empty in England; the
lookup titled December 2021 carries the districts of 2022.
"""

from collections import Counter
from collections.abc import Iterable

from demo.files import Folder, Row
from demo.ground.areas import Areas, OutputArea
from demo.ground.neighbourhoods import DISTRICTS, ICB, District


def write(areas: Areas, folder: Folder) -> None:
    """Write the six lookups."""
    exact(areas, folder)
    changed(areas, folder)
    wards(areas, folder)
    health(areas, folder)
    rural_urban(areas, folder)
    names(areas, folder)


def district_of(oa: OutputArea) -> District:
    """Give an output area's district."""
    return DISTRICTS[oa.place.district]


def table(folder: Folder, name: str, header: str, rows: Iterable[Row]) -> None:
    """Write one lookup with the mark that the portal puts first."""
    folder.csv(f"lookups/{name}.csv", header.split(","), rows, encoding="utf-8-sig")


def exact(areas: Areas, folder: Folder) -> None:
    """Write OA 2021 to LSOA, MSOA and district."""
    rows = []
    for number, oa in enumerate(areas.oas, 1):
        lad = district_of(oa)
        lsoa, msoa = areas.names["lsoa:" + oa.lsoa], areas.names[oa.msoa]
        rows.append(
            (
                *(oa.code, oa.lsoa, lsoa, "", oa.msoa, msoa, ""),
                *(lad.code, lad.name, "", number),
            )
        )
    header = (
        "OA21CD,LSOA21CD,LSOA21NM,LSOA21NMW,MSOA21CD,MSOA21NM,MSOA21NMW,"
        "LAD22CD,LAD22NM,LAD22NMW,ObjectId"
    )
    table(folder, "OA_LSOA_MSOA_EW_DEC_2021_LU_v3", header, rows)


def changed(areas: Areas, folder: Folder) -> None:
    """Write LSOA 2011 to LSOA 2021, each pair with what became of it."""
    pairs = sorted({(oa.lsoa11, oa.lsoa, oa.place.district) for oa in areas.oas})
    befores = Counter(after for _, after, _ in pairs)
    afters = Counter(before for before, _, _ in pairs)
    rows = []
    for number, (before, after, district) in enumerate(pairs, 1):
        lad = DISTRICTS[district]
        names = areas.names["lsoa11:" + before], areas.names["lsoa:" + after]
        change = what_became(before, after, befores[after], afters[before])
        rows.append(
            (before, names[0], after, names[1], change, lad.code, lad.name, "", number)
        )
    header = (
        "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM,LAD22NMW,ObjectId"
    )
    table(folder, "LSOA11_LSOA21_LAD22_EW_LU_v5", header, rows)


def what_became(before: str, after: str, befores: int, afters: int) -> str:
    """Say U unchanged, S split, M merged or X irregular.

    The redrawn pair keeps each its main successor, so it shows as X on every row
    that touches it.
    """
    if before == after:
        return "U"
    if after in ("E01901006", "E01901007"):
        return "X"
    return "S" if afters > 1 and befores == 1 else "M"


def wards(areas: Areas, folder: Folder) -> None:
    """Write LSOA 2021 to ward 2024: the ward where most of its people live."""
    rows = []
    for number, (code, oas) in enumerate(areas.lsoas.items(), 1):
        people: Counter[str] = Counter()
        for oa in oas:
            people[oa.ward] += oa.people
        ward, lad = people.most_common(1)[0][0], district_of(oas[0])
        names = areas.names["lsoa:" + code], areas.names[ward]
        rows.append(
            (code, names[0], ward, names[1], " ", lad.code, lad.name, " ", number)
        )
    header = "LSOA21CD,LSOA21NM,WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,LAD24NMW,ObjectId"
    table(folder, "LSOA21_WD24_LAD24_EW_LU", header, rows)


def health(areas: Areas, folder: Folder) -> None:
    """Write LSOA 2021 to NHS place (sub-ICB), ICB, alliance and district."""
    rows = []
    for number, (code, oas) in enumerate(areas.lsoas.items(), 1):
        lad = district_of(oas[0])
        name = areas.names["lsoa:" + code]
        alliance = ("E56900001", "Tenterdale")
        rows.append(
            (code, name, *lad.sub_icb, *ICB, *alliance, lad.code, lad.name, number)
        )
    header = (
        "LSOA21CD,LSOA21NM,SICBL24CD,SICBL24CDH,SICBL24NM,ICB24CD,ICB24CDH,ICB24NM,"
        "CAL24CD,CAL24NM,LAD24CD,LAD24NM,ObjectId"
    )
    table(folder, "LSOA21_SICBL24_ICB24_CAL24_LAD24_EN_LU", header, rows)


KINDS = {
    "town": ("UN1", "Urban: Nearer to a major town or city", "Urban"),
    "fringe": ("RLN1", "Larger rural: Nearer to a major town or city", "Rural"),
    "hill": ("RSF1", "Smaller rural: Further from a major town or city", "Rural"),
}


def rural_urban(areas: Areas, folder: Folder) -> None:
    """Write the rural-urban class of 2021 for each LSOA."""
    rows = []
    for number, (code, oas) in enumerate(areas.lsoas.items(), 1):
        place = oas[0].place
        kind = "town" if not place.hill else "fringe" if place.people > 2700 else "hill"
        name = areas.names["lsoa:" + code]
        rows.append((code, name, " ", *KINDS[kind], number))
    header = "LSOA21CD,LSOA21NM,LSOA21NMW,RUC21CD,RUC21NM,Urban_rural_flag,ObjectId"
    table(folder, "LSOA21_RUC21_EW_LU", header, rows)


def names(areas: Areas, folder: Folder) -> None:
    """Write what people call each MSOA, as the House of Commons Library lists it.

    The columns of the edition of 2021 are from memory (``msoa21hclnm``).
    """
    called: dict[str, tuple[str, list[str]]] = {}
    for oa in areas.oas:
        _, parts = called.setdefault(oa.msoa, (district_of(oa).name, []))
        if oa.neighbourhood not in parts:
            parts.append(oa.neighbourhood)
    rows = [
        (code, areas.names[code], "", joined(parts), "", district)
        for code, (district, parts) in sorted(called.items())
    ]
    header = "msoa21cd,msoa21nm,msoa21nmw,msoa21hclnm,msoa21hclnmw,localauthorityname"
    folder.csv("lookups/MSOA-Names-Latest2.csv", header.split(","), rows)


def joined(parts: list[str]) -> str:
    """Join names as the Library does: «A, B & C»."""
    return " & ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
