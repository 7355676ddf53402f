# caught by: keeps an encoded byte in {+name}, and encodes its % in {name}
import re
from urllib.parse import quote

RESERVED = ":/?#[]@!$&'()*+,;="


def encode_rest(text):
    """Keeps what may stand in an address, encoded bytes included."""
    parts = re.split(r"(%[0-9A-Fa-f]{2})", text)
    return quote("".join(parts), safe=RESERVED)


def expand(template, variables):
    def piece(match):
        text, expression = match[0], match[1]
        if expression is None:
            if text in "{}":
                raise ValueError(f"a {text} without its partner")
            return encode_rest(text)
        parts = re.fullmatch(r"([+#]?)([A-Za-z0-9_][A-Za-z0-9_.]*)", expression)
        if not parts:
            raise ValueError(f"{text} is no expression of level 1 or 2")
        value = variables.get(parts[2])
        if value is None:
            return ""
        if parts[1] == "":
            return quote(value, safe="")
        return ("#" if parts[1] == "#" else "") + encode_rest(value)

    return re.sub(r"\{([^{}]*)\}|[^{}]+|[{}]", piece, template)
