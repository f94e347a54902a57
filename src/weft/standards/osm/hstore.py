"""What do the tags say that ``ogr2ogr`` put into one text?"""

import re

_PAIR = re.compile(r'"((?:[^"\\]|\\.)*)"=>(?:"((?:[^"\\]|\\.)*)"|NULL)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def parsed_hstore(text: str) -> dict[str, str]:
    r"""Read PostgreSQL's hstore as GDAL writes it.

    >>> parsed_hstore('"wheelchair"=>"yes","note"=>"the \\"blue\\" door"')
    {'wheelchair': 'yes', 'note': 'the "blue" door'}
    """
    if "\\" not in text:
        return {key: value for key, value in _PAIR.findall(text) if value}
    return {
        _ESCAPED.sub(r"\1", key): _ESCAPED.sub(r"\1", value)
        for key, value in _PAIR.findall(text)
        if value
    }
