"""Where does a WSGI server find us?"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weft.config.settings")
application = get_wsgi_application()
