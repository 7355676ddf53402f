def merge_patch(target, patch):
    return target
