"""Which address leads to which page? Only this module knows pages and APIs."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("weft.web.pages.health")),
]

handler400 = "weft.config.mishaps.not_understood"
handler403 = "weft.config.mishaps.not_open"
handler404 = "weft.config.mishaps.not_there"
handler500 = "weft.config.mishaps.our_fault"
