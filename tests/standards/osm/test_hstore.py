"""What do the tags say that ogr2ogr put into one text?"""

from hypothesis import given
from hypothesis import strategies as st

from weft.standards.osm import parsed_hstore

TAGS = st.dictionaries(st.text(min_size=1), st.text(min_size=1))


def as_gdal_writes(tags):
    def quoted(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    return ",".join(f"{quoted(key)}=>{quoted(value)}" for key, value in tags.items())


@given(tags=TAGS)
def test_tags_come_back_as_they_were_written(tags):
    assert parsed_hstore(as_gdal_writes(tags)) == tags


def test_commas_and_arrows_inside_a_value_do_not_part_it():
    told = '"description"=>"tea, cake => joy","wheelchair"=>"yes"'

    assert parsed_hstore(told) == {
        "description": "tea, cake => joy",
        "wheelchair": "yes",
    }


def test_an_empty_text_has_no_tags():
    assert parsed_hstore("") == {}
