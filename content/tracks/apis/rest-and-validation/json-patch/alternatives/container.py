import json
import re

INDEX = re.compile("0|[1-9][0-9]*")


def _tokens(pointer):
    if not re.fullmatch("(/([^~/]|~[01])*)*", pointer, re.DOTALL):
        raise LookupError(pointer)
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def _key(container, token, grow=False):
    """The key or index that a token means in a container, or a LookupError."""
    if isinstance(container, dict):
        if grow or token in container:
            return token
    elif isinstance(container, list):
        if grow and token == "-":
            return len(container)
        if INDEX.fullmatch(token) and int(token) < len(container) + grow:
            return int(token)
    raise LookupError(token)


def _at(container, tokens):
    for token in tokens:
        container = container[_key(container, token)]
    return container


def _put(box, pointer, value):
    *above, last = ["document", *_tokens(pointer)]
    parent = _at(box, above)
    key = _key(parent, last, grow=True)
    if isinstance(parent, list):
        parent.insert(key, value)
    else:
        parent[key] = value


def _take(box, pointer):
    *above, last = ["document", *_tokens(pointer)]
    parent = _at(box, above)
    key = _key(parent, last)
    return parent.pop(key)


def _same(a, b):
    # Texts of JSON tell true from 1; numbers such as 1.0 and 1 are made alike first.
    def plain(value):
        if isinstance(value, dict):
            return {name: plain(member) for name, member in value.items()}
        if isinstance(value, list):
            return [plain(member) for member in value]
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return value

    return json.dumps(plain(a), sort_keys=True) == json.dumps(plain(b), sort_keys=True)


def _step(box, operation):
    op, path = operation["op"], operation["path"]
    if op in ("add", "replace", "test"):
        value = json.loads(json.dumps(operation["value"]))
    if op == "add":
        _put(box, path, value)
    elif op == "remove":
        _take(box, path)
    elif op == "replace":
        _take(box, path)
        _put(box, path, value)
    elif op == "move":
        if path.startswith(operation["from"] + "/"):
            raise LookupError(path)
        _put(box, path, _take(box, operation["from"]))
    elif op == "copy":
        source = _at(box, ["document", *_tokens(operation["from"])])
        _put(box, path, json.loads(json.dumps(source)))
    elif op != "test" or not _same(_at(box, ["document", *_tokens(path)]), value):
        raise LookupError(op)


def apply_patch(document, patch):
    box = {"document": json.loads(json.dumps(document))}
    for index, operation in enumerate(patch):
        try:
            _step(box, operation)
        except LookupError:
            return {"failedAt": index}
    return box
