# caught by: takes a link with several relation types for each of them
import re

LINK = re.compile(r"""<([^>]*)>((?:[ \t]*;[ \t]*[^\s=;,"]+(?:[ \t]*=[ \t]*(?:"(?:\\.|[^"\\])*"|[^\s;,"]+))?)*)""")
PARAMETER = re.compile(r""";[ \t]*([^\s=;,"]+)(?:[ \t]*=[ \t]*(?:"((?:\\.|[^"\\])*)"|([^\s;,"]+)))?""")


def relations(parameters: str) -> list[str]:
    """The relation types of one link, in lower case."""
    for name, quoted, bare in PARAMETER.findall(parameters):
        if name.lower() == "rel":
            return [(quoted or bare).lower()]
    return []


def link_target(header: str, rel: str) -> str | None:
    for target, parameters in LINK.findall(header):
        if rel.lower() in relations(parameters):
            return target
    return None
