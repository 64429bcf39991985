"""What every test stands on: no display is needed, and hypothesis runs as `make test` or as `make soak` wants it."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("default", deadline=None, max_examples=50, print_blob=True)
settings.register_profile("soak", settings.get_profile("default"), max_examples=2_000, stateful_step_count=200)
settings.load_profile("default")
