"""What happens after ./weft has made everything ready?"""

import os
import sys

from weft.cli.line import main

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weft.config.settings")
    sys.exit(main(sys.argv[1:]))
