from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assets", "0027_questions_worth_asking"),
    ]

    operations = [
        migrations.AddField(
            model_name="worthasked",
            name="more",
            field=models.JSONField(default=list),
        ),
    ]
