"""Note of each service what a feed may be asked by, and whether it was a session."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """More columns of what the feeds last said; the next build fills them."""

    dependencies = (("assets", "0015_chances_and_answers"),)

    operations = (
        migrations.AddField(
            model_name="published",
            name="was_session",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="published",
            name="group",
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name="published",
            name="somewhere",
            field=models.BooleanField(default=False),
        ),
        *(
            migrations.AddField(
                model_name="published",
                name=name,
                field=models.FloatField(null=True),
            )
            for name in ("latitude", "longitude")
        ),
        *(
            migrations.AddField(
                model_name="published",
                name=name,
                field=models.PositiveSmallIntegerField(null=True),
            )
            for name in ("least_age", "greatest_age")
        ),
        migrations.AddIndex(
            model_name="asset",
            index=models.Index(
                fields=["kind", "visibility"], name="assets_asse_kind_022813_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="published",
            index=models.Index(
                fields=["latitude", "longitude", "live", "offer"],
                name="assets_published_where",
            ),
        ),
    )
