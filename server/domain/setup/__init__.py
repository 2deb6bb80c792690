"""The set-up of a running hall: changed at once or from a day on, never under a ticket's feet."""
