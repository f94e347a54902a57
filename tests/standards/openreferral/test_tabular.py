"""Are our columns those of the standard's own package, in name, type and key?"""

import json

import pytest

from weft.standards.openreferral import TABLES, datapackage


@pytest.fixture(scope="module")
def official(shared):
    path = shared / "standards" / "hsds-3.2.3-examples" / "csv" / "datapackage.json"
    return {one["name"]: one for one in json.loads(path.read_text())["resources"]}


@pytest.fixture(scope="module")
def ours():
    told = datapackage(title="x", about="x", sources=[])
    return {one["name"]: one for one in told["resources"]}


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_a_table_is_the_standards(ours, official, name):
    one, theirs = ours[name], official[name]
    assert one["path"] == theirs["path"]
    known = {field["name"]: field for field in theirs["schema"]["fields"]}
    for field in one["schema"]["fields"]:
        there = known[field["name"]]
        assert (field["type"], field.get("format")) == (
            there["type"],
            there.get("format"),
        )
        constraints = there["constraints"]
        assert field["constraints"]["required"] == constraints["required"]
        assert field["constraints"].get("enum") == constraints.get("enum")
    demanded = {n for n, f in known.items() if f["constraints"]["required"]}
    assert demanded <= {field["name"] for field in one["schema"]["fields"]}


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_a_key_leads_where_the_standards_does(ours, official, name):
    def keys(resource):
        found = resource["schema"].get("foreignKeys", [])
        return {(one["fields"], one["reference"]["resource"]) for one in found}

    assert keys(ours[name]) <= keys(official[name])
    columns = {field["name"] for field in ours[name]["schema"]["fields"]}
    left_out = {key for key in keys(official[name]) if key[0] in columns}
    assert left_out == keys(ours[name])
