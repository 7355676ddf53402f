# caught by: refuses what is no operation
import copy
import re


class Failure(Exception):
    pass


def _steps(pointer):
    if pointer == "":
        return []
    if not isinstance(pointer, str) or not pointer.startswith("/") or re.search("~(?![01])", pointer):
        raise Failure
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")]


def _index(step, last):
    if not re.fullmatch("0|[1-9][0-9]*", step) or int(step) > last:
        raise Failure
    return int(step)


def _look_up(document, path):
    for step in path:
        if isinstance(document, list):
            document = document[_index(step, len(document) - 1)]
        elif isinstance(document, dict) and step in document:
            document = document[step]
        else:
            raise Failure
    return document


def _add(document, path, value):
    if not path:
        return value
    *above, last = path
    parent = _look_up(document, above)
    if isinstance(parent, list):
        parent.insert(len(parent) if last == "-" else _index(last, len(parent)), value)
    elif isinstance(parent, dict):
        parent[last] = value
    else:
        raise Failure
    return document


def _remove(document, path):
    _look_up(document, path)
    *above, last = path
    parent = _look_up(document, above)
    del parent[int(last) if isinstance(parent, list) else last]


def _kind(value):
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, (int, float)) else type(value).__name__


def _equal(a, b):
    if _kind(a) != _kind(b):
        return False
    if isinstance(a, list):
        return len(a) == len(b) and all(map(_equal, a, b))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(_equal(a[name], b[name]) for name in a)
    return a == b


def _given(operation):
    if "value" not in operation:
        raise Failure
    return copy.deepcopy(operation["value"])


def _apply(document, operation):
    op, path, start = operation.get("op"), _steps(operation.get("path")), operation.get("from")
    if op == "add":
        return _add(document, path, _given(operation))
    if op == "remove":
        _remove(document, path)
        return document
    if op == "replace":
        value = _given(operation)
        _look_up(document, path)
        if not path:
            return value
        _remove(document, path)
        return _add(document, path, value)
    if op == "move":
        source = _steps(start)
        moved = _look_up(document, source)
        result = _add(document, path, copy.deepcopy(moved))
        _remove(result, source)
        return result
    if op == "copy":
        return _add(document, path, copy.deepcopy(_look_up(document, _steps(start))))
    if op == "test" and _equal(_look_up(document, path), _given(operation)):
        return document
    raise Failure


def apply_patch(document, patch):
    result = copy.deepcopy(document)
    for index, operation in enumerate(patch):
        try:
            result = _apply(result, operation)
        except Failure:
            return {"failedAt": index}
    return {"document": result}
