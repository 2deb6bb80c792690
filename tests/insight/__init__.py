"""Tests of what can be known ahead."""
