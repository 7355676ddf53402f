def triage(lines: list[str]) -> dict:
    return {"unreadable": 0, "groups": []}
