import django.db.models.deletion
import uuid
from django.db import migrations, models


def give_keys(apps, _editor):
    """Give each row that is there a key of its own."""
    for name in ("Ask", "Workshop"):
        for row in apps.get_model("voices", name).objects.all():
            row.key = uuid.uuid4()
            row.save(update_fields=["key"])


class Migration(migrations.Migration):
    dependencies = [
        ("voices", "0006_report"),
    ]

    operations = [
        migrations.AddField(
            model_name="ask",
            name="done_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="ask",
            name="key",
            field=models.UUIDField(null=True, editable=False),
        ),
        migrations.AddField(
            model_name="claim",
            name="late",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="claim",
            name="sent_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="objection",
            name="code_hash",
            field=models.CharField(max_length=64, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="passage",
            name="choice",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="project",
            name="claims_sent_how",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="speaker",
            name="chooses_first",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="workshop",
            name="key",
            field=models.UUIDField(null=True, editable=False),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="ask",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AlterField(
            model_name="workshop",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.CreateModel(
            name="Assumption",
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
                ("ref", models.CharField(max_length=60)),
                ("words", models.TextField()),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assumptions",
                        to="voices.project",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Bearing",
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
                ("holds", models.BooleanField()),
                (
                    "assumption",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bearings",
                        to="voices.assumption",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bearings",
                        to="voices.passage",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Priorities",
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
                ("ref", models.CharField(max_length=60)),
                ("community", models.CharField(max_length=200)),
                ("whose", models.CharField(blank=True, max_length=20)),
                ("of", models.CharField(blank=True, max_length=12)),
                ("decided_on", models.DateField(null=True)),
                ("people", models.PositiveIntegerField(null=True)),
                ("how", models.CharField(blank=True, max_length=300)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="priorities",
                        to="voices.project",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Priority",
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
                ("at", models.PositiveIntegerField()),
                ("words", models.TextField()),
                ("place", models.CharField(blank=True, max_length=12)),
                ("kind", models.CharField(blank=True, max_length=20)),
                (
                    "listed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="first",
                        to="voices.priorities",
                    ),
                ),
            ],
            options={
                "ordering": ("at",),
            },
        ),
        migrations.CreateModel(
            name="Elsewhere",
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
                ("by", models.CharField(max_length=200)),
                ("at", models.PositiveIntegerField(null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="elsewhere",
                        to="voices.priority",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                ("answer", models.TextField(blank=True)),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("answered_on", models.DateField(null=True)),
                (
                    "passage",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asks_something",
                        to="voices.passage",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Strength",
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
                ("kind", models.CharField(max_length=20)),
                ("place", models.CharField(max_length=12)),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strengths",
                        to="voices.passage",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Work",
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
                ("name", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=10)),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="works",
                        to="voices.passage",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddConstraint(
            model_name="assumption",
            constraint=models.UniqueConstraint(
                fields=("project", "ref"), name="an_assumption_is_known_by_one_word"
            ),
        ),
        migrations.AddConstraint(
            model_name="bearing",
            constraint=models.UniqueConstraint(
                fields=("assumption", "passage"), name="a_passage_bears_on_it_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="priorities",
            constraint=models.UniqueConstraint(
                fields=("project", "ref"), name="priorities_are_known_by_one_word"
            ),
        ),
        migrations.AddConstraint(
            model_name="priority",
            constraint=models.UniqueConstraint(
                fields=("listed", "at"), name="one_thing_comes_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="strength",
            constraint=models.UniqueConstraint(
                fields=("passage", "kind", "place"), name="a_strength_is_told_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="work",
            constraint=models.UniqueConstraint(
                fields=("passage", "name"), name="a_work_is_named_once"
            ),
        ),
    ]
