# caught by: goes up and down inside the root
def resolve_inside(root, requested):
    if not isinstance(requested, str) or "\\" in requested or "\0" in requested or ".." in requested:
        return None
    parts = [part for part in requested.split("/") if part not in ("", ".")]
    return "/".join([root, *parts]) if parts else None
