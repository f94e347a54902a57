"""What does OpenStreetMap say is there? Its things, tags and shapes, and nothing of us.

Two forms are read: the GeoJSON that GDAL's ``ogr2ogr`` writes (tags that have no column
of their own in ``other_tags``, written as PostgreSQL's hstore), and PBF through osmium.
"""

from weft.standards.osm.hstore import parsed_hstore
from weft.standards.osm.things import Shape, Thing, ThingKind

__all__ = ["Shape", "Thing", "ThingKind", "parsed_hstore"]
