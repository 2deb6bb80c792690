"""Backup and restore: everything a hall needs in one file, and a way back that none takes for the past.

A backup is written, opened again and proved before it has its name. A restore is made and proved beside
the hall, then takes its place with one rename (`server/journal/files.py`): whatever happens, there is the old
hall or the new one.
"""

from server.safekeeping.archive import NotABackup
from server.safekeeping.backups import Saved, backup
from server.safekeeping.restores import Came, Prepared, finish, give_up, prepare, require_way

__all__ = ["Came", "NotABackup", "Prepared", "Saved", "backup", "finish", "give_up", "prepare", "require_way"]
