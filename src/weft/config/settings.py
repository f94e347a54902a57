"""What does a deployment choose, and what is never up for choice?

Everything that may be set is an environment variable beginning with ``WEFT_``; each
has its line in docs/running/settings.md. A deployment that needs nothing special
sets none of them.
"""

import os
from pathlib import Path

from weft.commons.disclosure import FLOOR
from weft.config import choices, mail
from weft.config.headers import GEOLOCATION_AND_THE_LIKE, ONLY_FROM_HERE

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "src" / "weft"
PARTS = (
    *("web", "pathways", "voices", "access", "assets", "need", "ground"),
    *("shell", "accounts", "jobs"),
)

choices.refuse_unknown(os.environ)
DATA_DIR = choices.data_folder(os.environ, root=ROOT)
SECRET_KEY = choices.secret_key(os.environ, DATA_DIR)
DEBUG = False
ALLOWED_HOSTS = choices.hosts(os.environ)
BIND = os.environ.get("WEFT_BIND", "127.0.0.1")
THREADS = choices.whole_number(os.environ, "WEFT_THREADS", otherwise=4, least=1)
WORKER_INSIDE = choices.yes_or_no(os.environ, "WEFT_WORKER", otherwise=True)
TELEPHONE = os.environ.get("WEFT_TELEPHONE", "")
TELEPHONE_HOURS = os.environ.get("WEFT_TELEPHONE_HOURS", "")
HARVEST_NEARBY = choices.yes_or_no(os.environ, "WEFT_HARVEST_NEARBY", otherwise=False)
HARVEST_CONTACT = os.environ.get("WEFT_HARVEST_CONTACT", "")
UNCHECKED_LANGUAGES = choices.yes_or_no(
    os.environ, "WEFT_UNCHECKED_LANGUAGES", otherwise=True
)
FEWEST = choices.whole_number(os.environ, "WEFT_FEWEST", otherwise=FLOOR, least=FLOOR)

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",  # which the next asks for
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    *(
        f"weft.{part}"
        for part in (
            *("accounts", "jobs", "ground", "assets", "need", "access"),
            *("voices", "pathways", "web"),
        )
    ),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "weft.config.headers.safe_headers",
    "weft.config.logs.one_line_each",
    "weft.config.zipping.Zipped",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "weft.config.mishaps.Mishaps",
    "weft.config.guard.Guard",
]
ROOT_URLCONF = "weft.config.urls"
WSGI_APPLICATION = "weft.config.wsgi.application"
CSRF_FAILURE_VIEW = "weft.config.mishaps.form_too_old"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / part / "templates" for part in PARTS],
        "OPTIONS": {"environment": "weft.shell.templating.environment"},
    }
]

# --- static files: no collecting step, no manifest; an address changes with its file
STATICFILES_DIRS = [
    folder for part in PARTS if (folder := PACKAGE / part / "static").is_dir()
]
STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "weft.config.static.AddressedByContent"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- what is kept
DATABASES = {"default": choices.data_base(os.environ, DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# A file that somebody lays beside ours is read in memory and never touches a disk;
# one that is larger than this is not taken at all.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- what leaves the house
CONTENT_SECURITY_POLICY = ONLY_FROM_HERE
PERMISSIONS_POLICY = GEOLOCATION_AND_THE_LIKE
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None  # gone when the browser is closed
if BEHIND_TLS := choices.yes_or_no(os.environ, "WEFT_BEHIND_TLS", otherwise=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS]

# --- mail: none, unless a server is named
MAIL = mail.mail(os.environ, host=ALLOWED_HOSTS[0], behind_tls=BEHIND_TLS)
MAIL_ON = MAIL.is_on
MAIL_LINKS, MAIL_FROM, MAIL_RETURN = MAIL.links, MAIL.sender, MAIL.came_back
MAIL_MOST = choices.whole_number(os.environ, "WEFT_MAIL_MOST", otherwise=20, least=0)
EMAIL_BACKEND = MAIL.backend
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.scheme == "smtp+tls", MAIL.scheme == "smtps"
EMAIL_TIMEOUT = mail.SECONDS

# --- who signs in: by invitation, with a passkey or a password and a code
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:steward"
SESSION_COOKIE_NAME = "weft-signed-in"
SESSION_COOKIE_AGE = 43_200  # 12 hours; half an hour idle ends it too (sitting)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"  # a link in a mail finds them signed in
ACCOUNT_ADAPTER = "weft.accounts.adapters.OurAccounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever has the invitation has the address
ACCOUNT_SESSION_REMEMBER = False
# Behind a proxy everybody comes from one address: what counts is the account.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/300s/key"}
MFA_ADAPTER = "weft.accounts.adapters.OurProofs"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_REAUTHENTICATION_REQUIRED = False  # its doors open only just after signing in
MFA_TOTP_TOLERANCE = 1  # a clock that is half a minute off
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"careful": {"()": "weft.config.logs.Careful"}},
    "handlers": {
        "terminal": {"class": "logging.StreamHandler", "formatter": "careful"}
    },
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "weft": {"level": "INFO"},
        # replaces Django's own handlers, which would print addresses
        "django": {"handlers": ["terminal"], "level": "WARNING", "propagate": False},
        # says what our own line says, with the address
        "django.request": {"level": "ERROR"},
    },
}
