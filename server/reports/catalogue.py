"""Which reports there are: the files of this folder that have a title, and what others have installed."""

from typing import cast

from server.plugins import plugins
from server.reports.report import Report


def catalogue() -> dict[str, Report]:
    """Every report by its name."""
    return {name: cast("Report", module) for name, module in plugins("reports").items()}
