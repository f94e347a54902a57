from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def say_whose_names(apps, _editor):
    """Until now every other name was told by whoever told the thing."""
    assets = apps.get_model("assets", "Asset").objects.filter(pk=OuterRef("asset"))
    names = apps.get_model("assets", "OtherName").objects.all()
    names.update(source=Subquery(assets.values("source")[:1]))


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
        migrations.AddField(
            model_name="othername",
            name="source",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.RunPython(say_whose_names, migrations.RunPython.noop),
    ]
