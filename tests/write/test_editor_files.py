"""What makes editors find the schemas: relative paths that are right, and settings that are JSON."""

import json
from pathlib import PurePosixPath

import pytest

from parley.model.names import Names
from parley.write.editor_files import editor_files, modeline
from parley.write.json_schema import schemas


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("site.yaml", "# yaml-language-server: $schema=.schema/site.json\n"),
        ("briefs/actors.yaml", "# yaml-language-server: $schema=../.schema/actors.json\n"),
        ("briefs/bridge.yaml", "# yaml-language-server: $schema=../.schema/brief.json\n"),
        ("briefs/2025/may/bridge.yaml", "# yaml-language-server: $schema=../../../.schema/brief.json\n"),
    ],
)
def test_the_first_line_leads_from_the_file_s_folder_to_its_schema(path: str, line: str) -> None:
    assert modeline(path) == line


def test_the_settings_are_json_and_name_every_schema() -> None:
    files = editor_files()
    settings = json.loads(files[".vscode/settings.json"])
    assert set(settings["yaml.schemas"]) == {f".schema/{name}" for name in schemas(Names())}
    assert settings["yaml.format.enable"] is False
    assert json.loads(files[".vscode/extensions.json"]) == {"recommendations": ["redhat.vscode-yaml"]}
    assert "/.schema/" in files[".gitignore"].splitlines()
    assert "/output/" in files[".gitignore"].splitlines()
    assert all(not PurePosixPath(path).is_absolute() for path in files)
