"""What goes into Weft's own two tables: what no publisher's format holds?

This is their contract. Both are UTF-8 with a comma between cells and CRLF line ends;
the first line names the columns; lists within a cell are parted by ``;``. An empty
cell always means **nobody has told us**, never no.

``weft-assets.csv``
    ``id``            lower-case letters, digits, hyphens; stable between editions
    ``kind``          person place group channel infrastructure training research fund
                      skill method story tradition language recipe area line event
                      partnership
    ``name``, ``other_names`` (a list: names in other communities' words), ``summary``
    ``story``         longer words; for what is lost, what it was
    ``part_of``       the id of an asset it belongs to
    ``holder``, ``decides``, ``runs``, ``funds``   names of groups, in words
    ``ownership_form``  council charity trust cooperative members church private
                      ``community owned`` ``common land``
    ``place``         the id of the asset of kind place where it is found
    ``latitude``, ``longitude``, ``postcode``      of places; WGS84
    ``area``          an area code (LSOA 2021), or the name of a neighbourhood
    ``phone``, ``languages`` (BCP 47 codes)
    ``visibility``    public members ``known to exist`` hidden
    ``terms``         the holder's own words on who may tell, use or ask
    ``reach``, ``how_to_join``   of channels, groups, funds
    ``tags``          free words; ``closed:YYYY-MM-DD`` for what is lost,
                      ``deadline:YYYY-MM-DD`` for funds, ``until:YYYY-MM-DD`` for leases
                      and ``people until:YYYY-MM-DD``; ``spare:`` when a room is empty,
                      ``looking:`` what, when and with what a group looks for; of rooms
                      and kit ``running water``, ``daylight``, ``may be loud``,
                      ``quiet enough to record``, ``sprung floor``, ``hard floor``,
                      ``carpet``; ``no `` before it, ``not for loud things`` and ``too
                      noisy to record`` for what is not so
    ``works_with``    ids or names of the groups it works with, or that share it
    ``run_by_young_people``, ``hidden_from_funders``   yes or empty
    ``told_by``, ``told_on`` (YYYY-MM-DD)

``weft-offers.csv``
    ``id``, ``name``, ``summary``
    ``group``, ``place``   ids of assets of those kinds; either may be empty
    ``online``        yes, no or empty
    ``kinds``, ``art_forms``   lists; ``manner`` make watch join learn play;
    ``spectrum``      everyday, guided, ``with support``, therapy
    ``price_pence_least``, ``price_pence_most``, ``price_note``, ``free_places``
    ``days``          a list of Mon Tue Wed Thu Fri Sat Sun
    ``starts``, ``ends``   HH:MM; an end before its start is past midnight. Empty days
                      and times: it happens, nobody has told us when
    ``frequency``     weekly, fortnightly (counted from the week of ``valid_from``),
                      monthly-1 to monthly-4, monthly-last (the first ... last such day)
    ``term_time_only``, ``bank_holidays``   yes, no or empty
    ``valid_from``, ``valid_to``, ``except_dates`` (a list)
    ``rest_weeks``    a list of weeks in which it does not meet: a day stands for its
                      week, ``YYYY-MM-DD to YYYY-MM-DD`` for all days from the first
                      to the last
    ``step_free`` ``toilets`` ``tea`` ``parking`` ``quiet_room`` ``hearing_loop``
    ``accessible_toilet`` ``outdoors`` ``quiet`` ``bring_a_friend`` ``women_only``
    ``men_welcome`` ``bring_a_child`` ``beginners``
    ``try_once`` ``company`` ``go_with`` ``mixed_abilities``   yes, no or empty
    ``languages``, ``least_age``, ``greatest_age``
    ``how_to_join``   in words; ``joining_rule`` come, ring, book, form, refer, wait;
    ``joining_hours`` when the line or desk is open, in OpenStreetMap's notation
    ``newcomers_per_week``   empty: not known; 99: no limit
    ``first_ten_minutes``, ``sensory``, ``safeguards``   in words
    ``playful``, ``just_come_and_sit``, ``at_home``   yes, no or empty
    ``minutes``       how long it takes if that is less than it is on
    ``funding``       core project members none; ``funded_until`` YYYY-MM-DD
    ``run_by_young_people``   yes, no or empty
    ``told_by``, ``told_on``

A name is always that of a group or a place, never of a person.
"""
