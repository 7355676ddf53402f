# caught by: keeps false, 0 and an empty text, which are no null
def merge_patch(target, patch):
    if not isinstance(patch, dict):
        return patch

    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if not value:
            result.pop(name, None)
        else:
            result[name] = merge_patch(result.get(name), value)
    return result
