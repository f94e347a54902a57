"""Keep what is heard of each fact, and how sure we are of each listing.

Listings that are there say nothing of it until they are made anew, on Monday night or
at the next build; until then what was told within a year is taken for sure, as before.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assets", "0003_gates")]
    operations = [
        migrations.AddField(
            model_name="listing",
            name="sureness",
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name="listing",
            name="sure_until",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="listing",
            name="confirmed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="listing",
            name="confirmed_by",
            field=models.CharField(blank=True, max_length=20, default=""),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="FactEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("aspect", models.CharField(blank=True, max_length=20)),
                ("event", models.CharField(max_length=20)),
                ("heard_on", models.DateField()),
                (
                    "asset",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="assets.asset",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="assets.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(asset__isnull=False, offer__isnull=True),
                            models.Q(asset__isnull=True, offer__isnull=False),
                            _connector="OR",
                        ),
                        name="an_event_is_about_one_thing",
                    )
                ],
            },
        ),
    ]
