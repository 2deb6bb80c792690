"""Which files import each other in a circle, be it for the types alone or late, in a function."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Arrows = Mapping[str, set[str]]  # a file -> the files it imports


def python_arrows(root: Path, *packages: str) -> Arrows:
    files = [f for p in packages for f in (root / p).rglob("*.py") if "node_modules" not in f.parts]
    modules = {_module(root, f): f.relative_to(root).as_posix() for f in files}
    return {modules[_module(root, f)]: set(_python_imports(root, f, modules)) for f in files}


def _module(root: Path, file: Path) -> str:
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _python_imports(root: Path, file: Path, modules: Mapping[str, str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            under = [f"{node.module}.{alias.name}" for alias in node.names]
            named = [each if each in modules else node.module for each in under]
        else:
            continue
        yield from (modules[each] for each in named if each in modules)


def circles(arrows: Arrows) -> Sequence[Sequence[str]]:
    """Each set of files from each of which one comes to all of the others, and back (Tarjan)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(file: str) -> None:
        order[file] = low[file] = len(order)
        stack.append(file)
        for to in sorted(arrows.get(file, ())):
            if to not in order:
                visit(to)
                low[file] = min(low[file], low[to])
            elif to in stack:
                low[file] = min(low[file], order[to])
        if low[file] == order[file]:
            at = stack.index(file)
            ring = stack[at:]
            del stack[at:]
            if len(ring) > 1 or file in arrows.get(file, ()):
                found.append(sorted(ring))

    for file in sorted(arrows):
        if file not in order:
            visit(file)
    return found
