"""Who is called next. One file a policy with `pick(line, counter, now) -> Choice | None`."""
