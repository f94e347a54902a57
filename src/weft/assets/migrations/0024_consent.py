from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assets", "0023_words_about_hours"),
    ]

    operations = [
        migrations.AddField(
            model_name="asset",
            name="consent_on",
            field=models.DateField(null=True),
        ),
    ]
