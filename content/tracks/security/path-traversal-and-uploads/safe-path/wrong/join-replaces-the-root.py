# caught by: takes a path that begins with a slash as relative to the root
import posixpath


def resolve_inside(root, requested):
    if not isinstance(requested, str) or "\\" in requested or "\0" in requested:
        return None
    path = posixpath.normpath(posixpath.join(root, requested))
    return path if path.startswith(f"{root}/") else None
