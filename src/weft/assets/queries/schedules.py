"""What was told of when something is on, read back from the table?"""

from datetime import date

from weft.assets.domain.told import ScheduleTold
from weft.assets.models import Schedule


def schedule_from(row: Schedule) -> ScheduleTold:
    """Read a schedule's row as the rule that it keeps."""
    return ScheduleTold(
        opening_hours=row.opening_hours,
        days=tuple(row.days),
        starts=row.starts,
        ends=row.ends,
        every_weeks=row.every_weeks,
        of_month=tuple(row.of_month),
        first_on=row.first_on,
        last_on=row.last_on,
        term_time_only=row.term_time_only,
        bank_holidays=row.bank_holidays,
        except_dates=tuple(map(date.fromisoformat, row.except_dates)),
        extra_dates=tuple(map(date.fromisoformat, row.extra_dates)),
        rough=row.rough,
        said=row.said,
        told_on=row.told_on,
    )
