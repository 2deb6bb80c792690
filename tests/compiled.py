"""The test modules are compiled before the workers come, each half of them by a process of its own.

Pytest rewrites the assertions of every module when it is first imported, eight seconds of CPU for all of
them; workers that begin together would each do all of it. What fails here is made up for by whoever imports
the module.
"""

import os
from pathlib import Path

import pytest
from _pytest.assertion import rewrite

TESTS = Path(__file__).parent
HALVES = 2


def compile_tests(config: pytest.Config) -> None:
    files = sorted((*TESTS.rglob("test_*.py"), *TESTS.rglob("conftest.py")))
    others = [pid for nth in range(1, HALVES) if (pid := _forked(files[nth::HALVES], config))]
    _compile(files[::HALVES], config)
    for pid in others:
        os.waitpid(pid, 0)


def _forked(files: list[Path], config: pytest.Config) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            _compile(files, config)
        finally:
            os._exit(0)
    return pid


def _compile(files: list[Path], config: pytest.Config) -> None:
    state = config.stash[rewrite.assertstate_key]
    for file in files:
        folder = rewrite.get_cache_dir(file)
        compiled = folder / (file.name[: -len(".py")] + rewrite.PYC_TAIL)
        if rewrite._read_pyc(file, compiled) is None and rewrite.try_makedirs(folder):
            source, code = rewrite._rewrite_test(file, config)
            rewrite._write_pyc(state, code, source, compiled)
