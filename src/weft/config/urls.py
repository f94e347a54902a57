"""Which address leads to which page? Only this module knows pages and APIs."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("weft.web.pages.health")),
    path("", include("weft.web.pages.urls")),
    path("", include("weft.accounts.pages.urls")),
    path("", include("weft.assets.pages.urls")),
    path("", include("weft.pathways.pages.urls")),
    path("", include("weft.voices.pages.urls")),
    path("", include("weft.need.pages.urls")),
    path("", include("weft.access.pages.urls")),
    path("", include("weft.ground.pages.urls")),
    path("", include("weft.assets.api")),
    path("", include("weft.need.api")),
    path("openactive/", include("weft.assets.api.openactive")),
    path("openreferral/v3/", include("weft.assets.api.openreferral")),
    path("", include("weft.web.api")),  # last: it answers what no API does
]

handler400 = "weft.config.mishaps.not_understood"
handler403 = "weft.config.mishaps.not_open"
handler404 = "weft.config.mishaps.not_there"
handler500 = "weft.config.mishaps.our_fault"
