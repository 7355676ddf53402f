def next_version(current: str, messages: list[str]) -> str | None:
    return current
