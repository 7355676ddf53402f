def resolve_inside(root: str, requested: object) -> str | None:
    if not isinstance(requested, str) or "\\" in requested or "\0" in requested:
        return None
    resolved = resolve(f"{root}/{requested}")
    return resolved if resolved.startswith(f"{root}/") else None


def resolve(path: str) -> str:
    """Carries out an absolute path part by part, as the file system would."""
    parts: list[str] = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return "/" + "/".join(parts)
