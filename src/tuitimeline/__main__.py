"""`python -m tuitimeline`."""

import sys

from tuitimeline.cli import main

sys.exit(main())
