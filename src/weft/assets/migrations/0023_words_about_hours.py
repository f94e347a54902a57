from django.db import migrations, models
from django.db.models import F, Q

# as domain/told.py had it when this was written
OURS = Q(source="told") | Q(source="holder") | Q(source__startswith="import-")


def forget_what_people_said(apps, _editor):
    """Keep their words only where nothing was understood of them."""
    rows = apps.get_model("assets", "Schedule").objects.filter(OURS)
    unread = [
        one.pk
        for one in rows.filter(opening_hours="", starts=None).iterator()
        if not one.days and not one.extra_dates
    ]
    for at in range(0, len(unread), 500):
        some = rows.filter(pk__in=unread[at : at + 500])
        some.update(unread=F("said"))
    rows.update(said="")


class Migration(migrations.Migration):
    dependencies = [
        ("assets", "0022_askings"),
    ]

    operations = [
        migrations.AddField(
            model_name="schedule",
            name="unread",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.RunPython(forget_what_people_said, migrations.RunPython.noop),
    ]
