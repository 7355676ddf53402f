def _misfits(narrow, wide):
    """What keeps a value of the one from being a value of the other."""
    found = ["null"] if narrow.get("nullable") and not wide.get("nullable") else []
    if narrow["type"] != wide["type"] and (narrow["type"], wide["type"]) != ("integer", "number"):
        return found + ["type"]
    if "values" in wide and ("values" not in narrow or not set(narrow["values"]) <= set(wide["values"])):
        return found + ["values"]
    return found


def _changes(side, old, new):
    if old is None:
        return ["required"] if side == "request" and new["required"] else []
    if new is None:
        return ["removed"]
    # What could be sent must still be taken; what can come must have been possible.
    if side == "request":
        return _misfits(old, new) + (["required"] if new["required"] and not old["required"] else [])
    return _misfits(new, old) + (["optional"] if old["required"] and not new["required"] else [])


def find_breaks(before, after):
    breaks = []
    for operation, old in before.items():
        if operation not in after:
            breaks.append({"operation": operation, "side": None, "member": None, "change": "removed"})
            continue
        for side in ("request", "response"):
            olds, news = old[side], after[operation][side]
            for member in {**olds, **news}:
                for change in _changes(side, olds.get(member), news.get(member)):
                    breaks.append({"operation": operation, "side": side, "member": member, "change": change})
    return breaks
