"""The busy hall of the reports is the one whose visits are kept here."""

from tests.reports.conftest import busy

__all__ = ["busy"]
