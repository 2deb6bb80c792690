"""The set-up as people change it, and what it needs beside it."""
