import string

PLAIN = set(string.ascii_letters + string.digits + "-._~")
ALLOWED = PLAIN | set(":/?#[]@!$&'()*+,;=")
HEX = set(string.hexdigits)


def percent(character):
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))


def lenient(text):
    out, i = [], 0
    while i < len(text):
        if text[i] == "%" and len(text) >= i + 3 and set(text[i + 1 : i + 3]) <= HEX:
            out.append(text[i : i + 3])
            i += 3
        else:
            out.append(text[i] if text[i] in ALLOWED else percent(text[i]))
            i += 1
    return "".join(out)


def expression(inside, variables):
    operator = inside[:1] if inside[:1] in ("+", "#") else ""
    name = inside[len(operator) :]
    if not name or name[0] == "." or not set(name) <= set(string.ascii_letters + string.digits + "_."):
        raise SyntaxError("{" + inside + "}")
    value = variables.get(name)
    if value is None:
        return ""
    if operator:
        return operator.strip("+") + lenient(value)
    return "".join(one if one in PLAIN else percent(one) for one in value)


def expand(template, variables):
    first, *rest = template.split("{")
    if "}" in first:
        raise SyntaxError(template)
    out = [lenient(first)]
    for piece in rest:
        inside, close, literal = piece.partition("}")
        if not close or "}" in literal:
            raise SyntaxError(template)
        out += [expression(inside, variables), lenient(literal)]
    return "".join(out)
