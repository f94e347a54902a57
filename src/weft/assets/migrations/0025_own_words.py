import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assets", "0024_consent_and_whose_names"),
    ]

    operations = [
        migrations.CreateModel(
            name="OwnWord",
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
                ("column", models.CharField(max_length=30)),
                ("value", models.JSONField(null=True)),
                ("before", models.JSONField(null=True)),
                ("told_by", models.CharField(blank=True, max_length=200)),
                ("told_on", models.DateField()),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_words",
                        to="assets.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("offer", "column"), name="a_group_says_a_column_once"
                    )
                ],
            },
        ),
    ]
