"""Keep the ways into a park or onto a towpath with the listing itself.

A search asks which ways in are near before it knows which listings are; reading them
from every asset would take the longer the more there are.
"""

from django.db import migrations, models


def tell(apps, schema_editor):
    """Give the listings that are there the gates of their places."""
    asset_of, listing_of = (apps.get_model("assets", n) for n in ("Asset", "Listing"))
    on_map = listing_of.objects.filter(latitude__isnull=False)
    for asset in asset_of.objects.exclude(gates=[]).only("pk", "gates"):
        on_map.filter(asset=asset).update(gates=asset.gates)
        on_map.filter(offer__place=asset).update(gates=asset.gates)


class Migration(migrations.Migration):
    dependencies = [("assets", "0002_search")]
    operations = [
        migrations.AddField(
            model_name="listing",
            name="gates",
            field=models.JSONField(null=True),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                condition=models.Q(gates__isnull=False),
                fields=["region"],
                name="assets_listing_with_gates",
            ),
        ),
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
