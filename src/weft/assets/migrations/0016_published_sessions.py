"""Note which services are, or were once, sessions in OpenActive's sense."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more column of what the feeds last said; the next build fills it."""

    dependencies = (("assets", "0015_chances_and_answers"),)

    operations = (
        migrations.AddField(
            model_name="published",
            name="was_session",
            field=models.BooleanField(default=False),
        ),
    )
