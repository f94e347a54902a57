"""What would a whole region look like if none of it were real?

Tenterdale: a recipe from which the files of a made-up valley are written, each in
its true publisher's own format, so that the importers meet what they will meet in a
real region. ``python -m demo --into DIR --week 2026-11-23 --seed 1`` writes them;
``docs/data/tenterdale.md`` says what is made up and how.
"""
