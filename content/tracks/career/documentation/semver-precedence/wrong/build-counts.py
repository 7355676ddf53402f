# caught by: ignores build metadata
import re

NUMBER = r"(?:0|[1-9][0-9]*)"
IDENTIFIER = rf"(?:{NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
VERSION = re.compile(
    rf"({NUMBER})\.({NUMBER})\.({NUMBER})"
    rf"(?:-({IDENTIFIER}(?:\.{IDENTIFIER})*))?"
    r"(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)


def compare_versions(a: str, b: str) -> int:
    left, right = precedence(a), precedence(b)
    return (left > right) - (left < right)


def precedence(version: str) -> tuple:
    """What sorts as versions do: a release after its pre-releases, numbers before text."""
    match = VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"no semantic version: {version}")
    *core, pre_release, build = match.groups()
    identifiers = [] if pre_release is None else pre_release.split(".")
    keys = [(0, int(text), "") if text.isdecimal() else (1, 0, text) for text in identifiers]
    return (*map(int, core), pre_release is None, keys, build or "")
