def link_target(header: str, rel: str) -> str | None:
    for link in header.split(","):
        target, _, parameter = link.partition(";")
        if parameter.strip() == f"rel={rel}":
            return target.strip()
    return None
