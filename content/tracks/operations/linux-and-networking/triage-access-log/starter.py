def triage(lines):
    return {"requests": len(lines), "unreadable": 0, "failures": [], "firstFailure": None, "clients": []}
