"""Which address of the standard leads to which answer? One stub for all of them."""

from django.urls import path

from weft.assets.api.openreferral import around, offers

app_name = "openreferral"
urlpatterns = [
    path("", around.about, name="about"),
    path("openapi.json", around.openapi, name="openapi"),
    path("services", offers.services, name="services"),
    path("services/<uuid:key>", offers.service, name="service"),
    path(
        "service_at_locations",
        offers.service_at_locations,
        name="service_at_locations",
    ),
    path(
        "service_at_locations/<uuid:key>",
        offers.service_at_location,
        name="service_at_location",
    ),
    path("organizations", around.organizations, name="organizations"),
    path("organizations/<uuid:key>", around.organization, name="organization"),
    path("taxonomies", around.taxonomies, name="taxonomies"),
    path("taxonomies/<uuid:key>", around.taxonomy, name="taxonomy"),
    path("taxonomy_terms", around.taxonomy_terms, name="taxonomy_terms"),
    path("taxonomy_terms/<uuid:key>", around.taxonomy_term, name="taxonomy_term"),
    path("<path:anything>", around.nowhere, name="nowhere"),
]
