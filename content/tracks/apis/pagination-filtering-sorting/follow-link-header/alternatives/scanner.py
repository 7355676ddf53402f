def link_target(header: str, rel: str) -> str | None:
    """One position that only moves forward, as in appendix B.2 of RFC 8288."""
    at = 0

    def skip(characters: str) -> None:
        nonlocal at
        while at < len(header) and header[at] in characters:
            at += 1

    def take_until(characters: str) -> str:
        nonlocal at
        start = at
        while at < len(header) and header[at] not in characters:
            at += 1
        return header[start:at]

    def quoted() -> str:
        nonlocal at
        value = ""
        at += 1
        while at < len(header) and header[at] != '"':
            if header[at] == "\\":
                at += 1
            value += header[at]
            at += 1
        at += 1
        return value

    def following() -> str:
        return header[at : at + 1]

    skip(" \t,")
    while following() == "<":
        at += 1
        target = take_until(">")
        at += 1
        found: str | None = None
        skip(" \t")
        while following() == ";":
            at += 1
            skip(" \t")
            name = take_until(" \t=;,").lower()
            skip(" \t")
            value = ""
            if following() == "=":
                at += 1
                skip(" \t")
                value = quoted() if following() == '"' else take_until(" \t;,")
            if name == "rel" and found is None:
                found = value
            skip(" \t")
        if rel.lower() in (found or "").lower().split():
            return target
        skip(" \t,")
    return None
