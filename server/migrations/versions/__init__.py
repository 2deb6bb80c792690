"""The revisions, a file each; a new one names the newest before it as its `down_revision`."""
