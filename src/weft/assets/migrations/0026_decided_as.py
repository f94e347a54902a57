from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assets", "0025_own_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="decided_as",
            field=models.CharField(blank=True, max_length=20),
        ),
    ]
