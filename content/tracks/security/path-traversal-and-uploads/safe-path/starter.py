def resolve_inside(root: str, requested: object) -> str | None:
    return f"{root}/{requested}"
