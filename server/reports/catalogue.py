"""Which reports there are: the files of this folder that have a title."""

from typing import cast

from server import reports
from server.plugins import plugins
from server.reports.report import Report


def catalogue() -> dict[str, Report]:
    """Every report by its name."""
    found = plugins(reports).items()
    return {name: cast("Report", module) for name, module in found if hasattr(module, "TITLE")}
