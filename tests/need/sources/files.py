"""Small files in each publisher's own format, about three small areas."""

import io
import zipfile

import openpyxl

from tests.need.building import HERE, ONLY_OLD
from weft.need.domain.indices import MEASURES

PEOPLE_2025 = (
    "Total population: mid 2022",
    "Dependent Children aged 0-15: mid 2022",
    "Older population aged 60 and over: mid 2022",
    "Working age population 18-66 (for use with Employment Domain): mid 2022",
)
CUT_AT = 80


def iod_headings(year=2021, district=2024):
    """The 56 headings of File 7 of 2025, the one cut at 80 characters among them."""
    out = [
        f"LSOA code ({year})",
        f"LSOA name ({year})",
        f"Local Authority District code ({district})",
        f"Local Authority District name ({district})",
    ]
    for one in MEASURES:
        decile = f"{one.name} Decile (where 1 is most deprived 10% of LSOAs)"
        if one.key == "young":
            decile = decile[:CUT_AT]
        rate = " (rate)" if one.of else ""
        rank = f"{one.name} Rank (where 1 is most deprived)"
        out += [f"{one.name} Score{rate}", rank, decile]
    return [*out, *PEOPLE_2025]


def iod_row(code, *, rate=0.1, rank=100, decile=1, people=(1000, 200, 300, 600)):
    numbers = [n for one in MEASURES for n in (rate if one.of else 9.5, rank, decile)]
    return [code, f"Somewhere {code[-3:]}", "E08000001", "Somewhere", *numbers, *people]


def as_csv(headings, rows):
    lines = [",".join(_quoted(cell) for cell in row) for row in (headings, *rows)]
    return "\r\n".join(lines) + "\r\n"


def _quoted(cell):
    text = str(cell)
    return f'"{text}"' if "," in text else text


def iod_csv(codes=HERE):
    return as_csv(iod_headings(), [iod_row(code) for code in codes])


def as_zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in members.items():
            box.writestr(name, content)
    return out.getvalue()


def census_csv(codes=HERE, *, suffix="; measures: Value"):
    """TS003 in small: a total, a subtotal and its two leaves."""
    variable = "Household composition"
    headings = [
        "date",
        "geography",
        "geography code",
        f"{variable}: Total{suffix}",
        f"{variable}: One person household{suffix}",
        f"{variable}: One person household: Aged 66 years and over{suffix}",
        f"{variable}: One person household: Other{suffix}",
    ]
    rows = [["2021", code, code, 100, 30, 10, 20] for code in codes]
    return as_csv(headings, rows)


def census_zip(**members):
    usual = {
        "census2021-ts003-lsoa..csv": census_csv(),  # misspelt as in the true zip
        "census2021-ts003-llta.csv": census_csv(("E08000001", "E08000002")),
        "census2021-ts003-ctry.csv": census_csv(("E92000001", "W92000004")),
        "metadata/ts003-2021-1.txt": "A note",
    }
    return as_zip(members or usual)


def query_csv(codes=HERE, *, sex="All persons"):
    lines = [
        "RM121 - Sex by age,,",
        "ONS Crown Copyright Reserved [from Nomis on 14 February 2024],,",
        "Population :,All Usual residents,",
        "Date       :,2021,",
        f"Sex        :,{sex},",
        ",,",
        "2021 super output area - lower layer,Total,Aged 65 years",
        ",,",
        *(f"{code} : Somewhere {code[-3:]},1346,21" for code in codes),
        ",,",
        ',"In order to protect against disclosure, records",',
        ",have been swapped.,",
    ]
    return "\r\n".join(lines) + "\r\n"


def long_csv(codes=HERE):
    rows = [
        [code, 100, category, n, n / 100]
        for code in codes
        for category, n in (("No religion", 60), ("Christian", 40))
    ]
    return as_csv(["lsoa21_code", "total_residents", "religion", "n", "prop"], rows)


def trafford_csv(codes=HERE):
    """The long form with a sentence for an indicator and no total."""
    headings = [
        *("area_code", "area_name", "geography", "period", "indicator"),
        *("availability_category", "measure", "unit", "value"),
    ]
    lines = (
        ("No cars or vans in household", 40),
        ("1 car or van in household", 60),
    )
    rows = [
        [code, "A", "LSOA", "2021-03-21", "Cars, vans", category, "Count", "Homes", n]
        for code in codes
        for category, n in lines
    ]
    return as_csv(headings, rows)


def population_headings():
    ages = [f"{sex}{age}" for sex in "FM" for age in range(91)]
    names = ["LAD 2023 Code", "LAD 2023 Name", "LSOA 2021 Code", "LSOA 2021 Name"]
    return [*names, "Total", *ages]


def population_workbook(codes=HERE, *, years=(2023, 2024)):
    """The workbook of the ONS: words, the headings on row 4, one sheet a year."""
    book = openpyxl.Workbook()
    book.active.title = "Contents"
    for year in years:
        sheet = book.create_sheet(f"Mid-{year} LSOA 2021")
        for line in (["Mid-year estimates"], ["Notes"], [""], population_headings()):
            sheet.append(line)
        for code in (*codes, "E01999999"):
            sheet.append(["E08000001", "A", code, "A 1", 182, *[1] * 182])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def jobs_csv(codes=HERE):
    lines = [
        "Business Register and Employment Survey : open access,,",
        "ONS Crown Copyright Reserved,,",
        ",,",
        "Date              :,2024,",
        ",,",
        "2021 super output area - lower layer,3 : Manufacturing (C),18 : Arts (R)",
        ",,",
        *(f"{code} : A,40,15" for code in codes),
        ",,",
        ",Figures are rounded to the nearest 5.,",
    ]
    return "\r\n".join(lines) + "\r\n"


def loneliness_csv(codes=HERE):
    rows = [[code, 23.58, 4] for code in codes]
    return as_csv(["lsoa21_code", "perc", "deciles"], rows)


def fuel_csv(codes=HERE):
    headings = [
        *("LSOA Code", "LSOA Name", "LA Code", "LA Name", "Region"),
        "Number of households",
        "Number of households in fuel poverty",
        "Proportion of households fuel poor (%)",
    ]
    rows = [
        [
            code,
            "A",
            "E08000001",
            "A",
            "Yorkshire and The Humber",
            " 1,691 ",
            " 88 ",
            "5.2",
        ]
        for code in codes
    ]
    return as_csv(headings, rows)


def internet_csv(codes=(*HERE[:2], ONLY_OLD)):
    headings = ["SHP_ID", "LSOA11_CD", "LSOA11_NM", "GRP_CD", "GRP_LABEL"]
    return as_csv(headings, [[1, code, "A", 10, "e-Withdrawn"] for code in codes])


def deri_csv(codes=(*HERE[:2], ONLY_OLD)):
    headings = [
        "LSOA code",
        "LSOA name",
        "Percentage of population aged 65 and over",
        "Average download speed (Mbit/s)",
        "DERI score - England",
    ]
    return as_csv(headings, [[code, "A", 0.2, 61.5, 3.4] for code in codes])


def health_csv():
    headings = ["ltla21_code", "year", "overall_score", "healthy_people_domain_score"]
    rows = [["E08000001", year, 93.1, 95.2] for year in (2020, 2021)]
    return as_csv(headings, [*rows, ["E08000009", 2021, 99, 99]])


def health_workbook():
    """The ONS's own: overall scores by year, and one sheet of domains a year."""
    book = openpyxl.Workbook()
    book.active.title = "Table_1_Contents"
    overall = book.create_sheet("Table_2_Index_scores")
    overall.append(["Index scores"])
    overall.append(["A note"])
    overall.append(["Area Code", "Area Name", "Area Type [Note 3]", 2020, 2021])
    yearly = book.create_sheet("Table_3_2021_Index")
    for line in (["Index"], [""], [""], [""]):
        yearly.append(line)
    yearly.append(
        ["Area Code", "Area Name", "Area Type [Note 3]", "Healthy People Domain"]
    )
    for code, kind in (("E92000001", "Country"), ("E08000001", "District")):
        overall.append([code, "A", kind, 99.5, 98.5])
        yearly.append([code, "A", kind, 97.25])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FINGERTIPS = [
    *("Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code"),
    *("Area Name", "Area Type", "Sex", "Age", "Category Type", "Category"),
    *("Time period", "Value", "Lower CI 95.0 limit", "Upper CI 95.0 limit"),
    *("Lower CI 99.8 limit", "Upper CI 99.8 limit", "Count", "Denominator"),
    *("Value note", "Recent Trend", "Compared to England value or percentiles"),
    *("Compared to Region value or percentiles", "Time period Sortable", "New data"),
    *("Compared to goal", "Time period range"),
]


def fingertips_row(code, *, value="81.5", category="", sex="Female"):
    row = dict.fromkeys(FINGERTIPS, "")
    row |= {
        "Indicator ID": "93283",
        "Indicator Name": "Life expectancy at birth",
        "Area Code": code,
        "Area Type": "MSOA",
        "Sex": sex,
        "Age": "All ages",
        "Category Type": category,
        "Time period": "2021 - 23",
        "Value": value,
        "Lower CI 95.0 limit": "80.1" if value else "",
        "Upper CI 95.0 limit": "82.9" if value else "",
        "Time period Sortable": "20210000",
    }
    return list(row.values())


def fingertips_csv(codes=("E02000001",)):
    return as_csv(
        FINGERTIPS,
        [
            fingertips_row("E92000001"),
            *(fingertips_row(code) for code in codes),
            fingertips_row("E92000001"),  # England comes again with every parent
            fingertips_row(codes[0], category="Deprivation decile"),
            fingertips_row(codes[0], sex="Male", value=""),
        ],
    )
