import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_append_only")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                ("hash", models.CharField(max_length=64, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("holder", "Holder"),
                            ("member", "Member"),
                            ("invited", "Invited"),
                        ],
                        max_length=10,
                    ),
                ),
                ("thing_kind", models.CharField(max_length=40)),
                ("thing_key", models.CharField(max_length=100)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("last_used_at", models.DateTimeField(null=True)),
                ("uses", models.PositiveIntegerField(default=0)),
                (
                    "let_in_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="has_let_in",
                        to="accounts.link",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["thing_kind", "thing_key"],
                        name="links_of_a_thing",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(role__in=["holder", "member", "invited"]),
                        name="a_link_has_a_known_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(expires_at__gt=models.F("made_at")),
                        name="a_link_ends_after_it_was_made",
                    ),
                ],
            },
        ),
    ]
