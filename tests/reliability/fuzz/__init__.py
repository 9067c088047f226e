"""Fuzzing: whatever the bytes are, what is promised of them holds.

``targets`` says what is promised; ``python -m tests.reliability.fuzz TARGET --seconds N`` looks for bytes for which it
does not hold, led by how much of the code they reach (with atheris, which ``.ci/fuzzer`` prepares). What was found once
lies in ``found/TARGET/`` and is tried by every run of the tests.
"""
