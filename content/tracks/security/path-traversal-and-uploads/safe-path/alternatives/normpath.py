import posixpath


def resolve_inside(root: str, requested: object) -> str | None:
    if not isinstance(requested, str) or set(requested) & {"\\", "\0"}:
        return None
    path = posixpath.normpath(f"{root}/{requested}")
    inside = posixpath.commonpath([root, path]) == root and path != root
    return path if inside else None
