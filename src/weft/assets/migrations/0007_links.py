"""Keep what was found and decided of listings that may be one thing."""

import django.db.models.deletion
from django.db import migrations, models


def two(name):
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.CASCADE,
        related_name="+",
        to=f"assets.{name}",
    )


class Migration(migrations.Migration):
    dependencies = [("assets", "0006_imports"), ("ground", "0001_first")]
    operations = [
        migrations.CreateModel(
            name="Link",
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
                ("found", models.CharField(max_length=10)),
                ("decided", models.CharField(blank=True, max_length=10)),
                ("bits", models.FloatField(default=0)),
                ("speaks_for", models.JSONField(default=list)),
                ("speaks_against", models.JSONField(default=list)),
                ("asset", two("asset")),
                ("offer", two("offer")),
                ("other_asset", two("asset")),
                ("other_offer", two("offer")),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ground.region",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["region", "found", "decided"],
                        name="assets_link_region__d56257_idx",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            asset__isnull=False,
                            offer__isnull=True,
                            other_asset__isnull=False,
                            other_offer__isnull=True,
                        )
                        | models.Q(
                            asset__isnull=True,
                            offer__isnull=False,
                            other_asset__isnull=True,
                            other_offer__isnull=False,
                        ),
                        name="a_link_is_of_two_of_a_sort",
                    ),
                    models.UniqueConstraint(
                        fields=("asset", "other_asset"),
                        name="two_assets_are_judged_once",
                    ),
                    models.UniqueConstraint(
                        fields=("offer", "other_offer"),
                        name="two_offers_are_judged_once",
                    ),
                ],
            },
        ),
    ]
