import copy


def _without_nulls(value):
    if not isinstance(value, dict):
        return value
    return {name: _without_nulls(member) for name, member in value.items() if member is not None}


def merge_patch(target, patch):
    if type(patch) is not dict:
        return patch
    if type(target) is not dict:
        return _without_nulls(patch)
    kept = {name: copy.deepcopy(value) for name, value in target.items() if name not in patch}
    changed = {
        name: merge_patch(target[name], value) if name in target else _without_nulls(value)
        for name, value in patch.items()
        if value is not None
    }
    return kept | changed
