"""How is somebody else's file opened without coming to harm?

Every importer opens its files here. What can be read is read rightly: a byte-order
mark, Windows letters, padded numbers, a member of a zip. What cannot be is refused
with one ``FileNotUnderstood`` naming file, line, column and remedy: a web page at the
address of a table, a file cut short, an empty one, one too large to be true.
Nothing here ever holds a whole large file in memory.
"""

from weft.commons.files.features import Feature, open_features, open_json
from weft.commons.files.opening import (
    MOST_IN_MEMORY,
    MOST_STREAMED,
    checksum,
    members,
    open_lines,
    open_stream,
    open_text,
    read_bytes_safely,
)
from weft.commons.files.pictures import (
    LONGEST_KEPT,
    Picture,
    bare_picture,
    covered,
    cut_to,
    picture_from,
    picture_size,
    pictures_from,
)
from weft.commons.files.rows import (
    Row,
    Rows,
    open_cells,
    open_rows,
    plain_header,
    unrepeated,
)

__all__ = [
    "LONGEST_KEPT",
    "MOST_IN_MEMORY",
    "MOST_STREAMED",
    "Feature",
    "Picture",
    "Row",
    "Rows",
    "bare_picture",
    "checksum",
    "covered",
    "cut_to",
    "members",
    "open_cells",
    "open_features",
    "open_json",
    "open_lines",
    "open_rows",
    "open_stream",
    "open_text",
    "picture_from",
    "picture_size",
    "pictures_from",
    "plain_header",
    "read_bytes_safely",
    "unrepeated",
]
