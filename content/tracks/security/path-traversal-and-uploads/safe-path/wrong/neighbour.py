# caught by: refuses a neighbour whose name begins like the root
import posixpath


def resolve_inside(root, requested):
    if not isinstance(requested, str) or "\\" in requested or "\0" in requested:
        return None
    path = posixpath.normpath(f"{root}/{requested}")
    return path if path.startswith(root) and path != root else None
