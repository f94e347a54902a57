"""How does a project that was told whole become what we hold?

One way in for every format (``domain.told``). What names something that is not there
is refused before a row is written, so that nothing is half in.
"""

from collections.abc import Iterable

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotPossible
from weft.voices.domain.checking import what_is_wrong
from weft.voices.domain.keys import key_of
from weft.voices.domain.places_kept import kept
from weft.voices.domain.told import (
    MapTold,
    PassageTold,
    ProjectTold,
    WorkshopTold,
)
from weft.voices.domain.words import words_of
from weft.voices.models import (
    Code,
    Coding,
    Passage,
    Presence,
    Project,
    Source,
    Speaker,
    Workshop,
)
from weft.voices.services.mapping import TakingMap
from weft.voices.services.rows import kept_row, that_fit
from weft.voices.services.taking_asked import take_asked
from weft.voices.services.taking_beside import TakingBeside
from weft.voices.services.taking_claims import take_claim
from weft.voices.services.taking_in_coding import take_facets, take_readings
from weft.voices.services.taking_sources import take_source
from weft.voices.services.taking_votes import take_rounds


@transaction.atomic
def take_in(
    *, by: Actor, region: str, told: ProjectTold, instead: bool = False
) -> None:
    """Take a project in, whole.

    Parameters
    ----------
    by
        Who did it.
    region
        The slug of a region whose ground is loaded.
    told
        The project.
    instead
        Whether it takes the place of one at the same address, with all that was done
        there since.

    Raises
    ------
    NotPossible
        It names something that is not in it, or stands here already.
    """
    wrong = what_is_wrong(told)
    if wrong:
        raise NotPossible(" ".join(wrong))
    there = Project.objects.filter(region=region, slug=told.slug)
    if there.exists() and not instead:
        raise NotPossible(f"There is a project at the address «{told.slug}» already.")
    there.delete()
    project = kept_row(
        Project(
            region_id=region,
            slug=told.slug,
            name=told.name,
            purpose=told.purpose,
            draft=told.draft,
            made_up=told.made_up,
            claims_sent_on=told.claims_sent_on,
            claims_sent_how=told.claims_sent_how,
        )
    )
    _Taking(project, told).take()
    TakingBeside(project, told).take()
    record(
        by=by,
        deed="voices.take_in",
        subject=f"project {key_of(region, told.slug)}",
        details={"passages": Passage.objects.filter(project=project).count()},
    )


class _Taking:
    """One project on its way in: what each ref became."""

    def __init__(self, project: Project, told: ProjectTold) -> None:
        self.project, self.told = project, told
        self.speakers: dict[str, Speaker] = {}
        self.workshops: dict[str, Workshop] = {}
        self.passages: dict[str, Passage] = {}
        self.codes: dict[str, Code] = {}

    def take(self) -> None:
        """Write it all, in the order in which one thing names another."""
        self._take_speakers()
        for workshop in self.told.workshops:
            self._take_workshop(workshop)
        self._take_codes()
        take_facets(self.told, self.passages)
        take_readings(self.project, self.told, self.codes)
        for number, claim in enumerate(self.told.claims, 1):
            take_claim(self.project, number, claim, self.passages)
        TakingMap(self.project, self.passages).take(
            MapTold(
                things=self.told.things,
                causes=self.told.causes,
                loops=self.told.loops,
            )
        )
        take_rounds(self.project, self.told.rounds, self.workshops, self.passages)
        take_asked(self.project, self.told, self.passages)

    def _take_speakers(self) -> None:
        rows = [
            Speaker(
                project=self.project,
                ref=one.ref,
                kind=one.kind,
                name=one.name,
                chooses_first=one.chooses_first,
            )
            for one in self.told.speakers
        ]
        self.speakers = {
            row.ref: row for row in Speaker.objects.bulk_create(that_fit(rows))
        }

    def _take_workshop(self, told: WorkshopTold) -> None:
        self.workshops[told.ref] = workshop = kept_row(
            Workshop(
                project=self.project,
                ref=told.ref,
                name=told.name,
                questions=list(told.questions),
                held_on=told.held_on,
                place=told.place,
                area=told.area,
                hosted_by=told.hosted_by,
                came=told.came,
                spoke=told.spoke,
                paid_coming=told.paid.coming,
                paid_coding=told.paid.coding,
                paid_deciding=told.paid.deciding,
                consent=told.consent.words,
                sees=told.consent.sees,
                until=told.consent.until,
                needs=told.needs,
            )
        )
        Presence.objects.bulk_create(
            that_fit(
                Presence(
                    workshop=workshop,
                    axis=one.axis,
                    group=one.group,
                    invited=one.invited,
                    came=one.came,
                    spoke=one.spoke,
                )
                for one in told.presences
            )
        )
        for place, source in enumerate(told.sources, 1):
            row = take_source(workshop, place, source, self.speakers)
            self._take_passages(row, source.passages)

    def _take_passages(self, source: Source, told: Iterable[PassageTold]) -> None:
        before = len(self.passages)
        rows = [
            Passage(
                project=self.project,
                source=source,
                number=number,
                ref=one.ref,
                at=dict(kept(one.at)),
                words=words_of(one),
                speaker=self.speakers.get(one.speaker),
                first_hand=one.first_hand,
                on_behalf_of=one.on_behalf_of,
                readings=list(one.readings),
                in_english=one.in_english,
                put_by=one.put_by,
                warning=one.warning,
                whole=one.whole,
                choice=one.choice,
            )
            for number, one in enumerate(told, before + 1)
        ]
        self.passages |= {
            row.ref: row for row in Passage.objects.bulk_create(that_fit(rows))
        }

    def _take_codes(self) -> None:
        rows = [
            Code(
                project=self.project,
                ref=one.ref,
                name=one.name,
                layer=one.layer,
                memo=one.memo,
            )
            for one in self.told.codes
        ]
        self.codes = {row.ref: row for row in Code.objects.bulk_create(that_fit(rows))}
        for one in self.told.codes:  # each may stand under one that comes after it
            self.codes[one.ref].parent = self.codes.get(one.parent)
        Code.objects.bulk_update(rows, ["parent"])
        Coding.objects.bulk_create(
            that_fit(
                Coding(
                    code=self.codes[one.code],
                    passage=self.passages[one.passage],
                    coder=one.coder,
                )
                for one in self.told.codings
            )
        )
