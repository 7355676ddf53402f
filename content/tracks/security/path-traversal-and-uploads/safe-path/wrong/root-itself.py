# caught by: refuses the root itself
import posixpath


def resolve_inside(root, requested):
    if not isinstance(requested, str) or "\\" in requested or "\0" in requested:
        return None
    path = posixpath.normpath(f"{root}/{requested}")
    return path if path == root or path.startswith(f"{root}/") else None
