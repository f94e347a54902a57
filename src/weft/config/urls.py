"""Which address leads to which page? Only this module knows pages and APIs."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
