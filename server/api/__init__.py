"""The edges: parse, ask, answer. No rules, no SQL."""
