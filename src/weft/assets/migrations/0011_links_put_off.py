from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assets", "0010_walks"),
    ]

    operations = [
        migrations.AddField(
            model_name="link",
            name="put_off_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="link",
            name="talk",
            field=models.BooleanField(default=False),
        ),
    ]
