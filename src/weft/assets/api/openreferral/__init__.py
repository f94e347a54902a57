"""Open Referral UK v3, a superset of HSDS 3.1, for anybody to harvest."""

from weft.assets.api.openreferral.urls import app_name, urlpatterns

__all__ = ["app_name", "urlpatterns"]
