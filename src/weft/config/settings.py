"""What does a deployment choose, and what is never up for choice?

Everything that may be set is an environment variable beginning with ``WEFT_``; each
has its line in docs/running/settings.md. A deployment that needs nothing special
sets none of them.
"""

import os
from pathlib import Path

from weft.config.choices import data_base, data_folder, secret_key

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "src" / "weft"
PARTS = ("web", "assets", "need", "ground", "shell", "accounts", "jobs")

DATA_DIR = data_folder(os.environ, root=ROOT)
SECRET_KEY = secret_key(os.environ, DATA_DIR)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("WEFT_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    *(f"weft.{part}" for part in ("accounts", "jobs", "ground", "assets", "need")),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "weft.config.urls"
WSGI_APPLICATION = "weft.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / part / "templates" for part in PARTS],
        "OPTIONS": {"environment": "weft.shell.templating.environment"},
    }
]
STATICFILES_DIRS = [
    folder for part in PARTS if (folder := PACKAGE / part / "static").is_dir()
]
STATIC_URL = "static/"

DATABASES = {"default": data_base(os.environ, DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
