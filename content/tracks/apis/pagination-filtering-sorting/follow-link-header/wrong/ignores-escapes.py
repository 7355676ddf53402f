# caught by: is not misled by escaped quotes and backslashes
import re

LINK = re.compile(r"""<([^>]*)>((?:[ \t]*;[ \t]*[^\s=;,"]+(?:[ \t]*=[ \t]*(?:"[^"]*"|[^\s;,"]+))?)*)""")
PARAMETER = re.compile(r""";[ \t]*([^\s=;,"]+)(?:[ \t]*=[ \t]*(?:"([^"]*)"|([^\s;,"]+)))?""")


def relations(parameters: str) -> list[str]:
    """The relation types of one link, in lower case."""
    for name, quoted, bare in PARAMETER.findall(parameters):
        if name.lower() == "rel":
            return re.sub(r"\\(.)", r"\1", quoted or bare).lower().split()
    return []


def link_target(header: str, rel: str) -> str | None:
    for target, parameters in LINK.findall(header):
        if rel.lower() in relations(parameters):
            return target
    return None
