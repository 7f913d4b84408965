"""Settings of all tests."""

from hypothesis import settings

# The same examples every time: a failure is then of the change, not of the day. Others are
# tried with pytest --hypothesis-profile=search.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile("same")
