SUBTYPES = {("integer", "number")}


def _compare(side, old, new):
    sent, taken = (old, new) if side == "request" else (new, old)
    same = sent["type"] == taken["type"] or (sent["type"], taken["type"]) in SUBTYPES
    if not same:
        yield "type"
    elif taken.get("values") is not None:
        if sent.get("values") is None or any(value not in taken["values"] for value in sent["values"]):
            yield "values"
    if sent.get("nullable", False) > taken.get("nullable", False):
        yield "null"
    if taken["required"] and not sent["required"]:
        yield "required" if side == "request" else "optional"


def _breaks(before, after):
    for operation in before.keys() - after.keys():
        yield operation, None, None, "removed"
    for operation in before.keys() & after.keys():
        for side in ("request", "response"):
            old, new = before[operation][side], after[operation][side]
            for member in old.keys() - new.keys():
                yield operation, side, member, "removed"
            for member in old.keys() & new.keys():
                for change in _compare(side, old[member], new[member]):
                    yield operation, side, member, change
            if side == "request":
                for member in new.keys() - old.keys():
                    if new[member]["required"]:
                        yield operation, side, member, "required"


def find_breaks(before, after):
    keys = ("operation", "side", "member", "change")
    return [dict(zip(keys, found)) for found in _breaks(before, after)]
