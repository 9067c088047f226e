"""A small client of the real yaml-language-server: opens texts in it as an editor does, and asks what it knows.

It speaks the Language Server Protocol 3.17 over stdio: messages of JSON with a Content-Length before each.
"""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any, NamedTuple

WAIT = 30.0  # seconds: the first answer waits for the server to start on a busy machine
SETTINGS = {
    "yaml": {
        "schemaStore": {"enable": False},  # it would be asked for over the network
        "format": {"enable": False},
        "validate": True,
        "hover": True,
        "completion": True,
    }
}
CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


class Fault(NamedTuple):
    """What the server tells of a place: ``line`` and ``column`` from 1, as Parley counts them."""

    line: int
    column: int
    message: str


class Server:
    """A running server with ``root`` as its workspace. Use it in a ``with``."""

    def __init__(self, tools: Path, root: Path, settings: dict[str, Any] | None = None) -> None:
        """``tools`` is the folder that .ci/language-server makes."""
        self.root = root
        self.settings = {**SETTINGS["yaml"], **(settings or {})}
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._told: dict[str, queue.Queue[list[Fault]]] = {}
        self._writing = threading.Lock()
        main = tools / "node_modules/yaml-language-server/bin/yaml-language-server"
        command = [str(tools / "node"), str(main), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        folders = [{"uri": root.as_uri(), "name": root.name}]
        self.ask(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": folders, "capabilities": CAPABILITIES},
        )
        self.say("initialized", {})
        self.say("workspace/didChangeConfiguration", {"settings": {"yaml": self.settings}})

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.ask("shutdown", None)
            self.say("exit", None)
            self._process.wait(WAIT)
        finally:
            self._process.kill()
            self._process.wait()
            self._reader.join()
            for pipe in (self._process.stdin, self._process.stdout):
                assert pipe
                pipe.close()

    def faults(self, file: str, *texts: str) -> list[list[Fault]]:
        """What is told of each of ``texts`` as the file ``file`` below the root, from top to bottom."""
        opened = [self._open(file, text) for text in texts]  # the server waits a while before it looks at each
        return [sorted(self._told[uri].get(timeout=WAIT)) for uri in opened]

    def completions(self, file: str, text: str) -> dict[str, str]:
        """What is offered where ``¦`` stands in ``text``: label -> what is said of it."""
        place = self._open_at(file, text)
        found = self.ask("textDocument/completion", place)
        return {item["label"]: _text(item.get("documentation", "")) for item in found["items"]}

    def hover(self, file: str, text: str) -> str:
        """What is told when the mouse rests where ``¦`` stands in ``text``."""
        found = self.ask("textDocument/hover", self._open_at(file, text))
        return _text(found["contents"]) if found else ""

    def ask(self, method: str, params: Any) -> Any:
        """The server's answer; raises where it answers with an error."""
        number = next(self._numbers)
        mine = self._answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": params})
        answer = mine.get(timeout=WAIT)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def say(self, method: str, params: Any) -> None:
        """Tell the server something that it does not answer."""
        self._send({"method": method, "params": params})

    def _open_at(self, file: str, text: str) -> dict[str, Any]:
        before, mark, after = text.partition("¦")
        assert mark, "no ¦ in the text"
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": self._open(file, before + after)}, "position": place}

    def _open(self, file: str, text: str) -> str:
        """The address of the opened text. A file that was open before gets another name in its folder, so that what
        is told of the two can be told apart."""
        path = self.root / file
        while path.as_uri() in self._told:
            path = path.with_name(f"{next(self._numbers)}-{Path(file).name}")
        uri = path.as_uri()
        self._told[uri] = queue.Queue()
        self.say(
            "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}
        )
        return uri

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        with self._writing:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()
            self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        method, number = message.get("method"), message.get("id")
        if method is None:
            self._answers.pop(message["id"]).put(message)
        elif method == "workspace/configuration":
            asked = [item.get("section") for item in message["params"]["items"]]
            self._send({"id": number, "result": [self.settings if name == "yaml" else None for name in asked]})
        elif number is not None:
            self._send({"id": number, "result": None})
        elif method == "textDocument/publishDiagnostics":
            told = message["params"]
            self._told[told["uri"]].put([_fault(fault) for fault in told["diagnostics"]])


def _fault(told: dict[str, Any]) -> Fault:
    start = told["range"]["start"]
    return Fault(start["line"] + 1, start["character"] + 1, told["message"])


def _text(contents: Any) -> str:
    return contents if isinstance(contents, str) else contents["value"]
