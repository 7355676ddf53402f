def reuse(stored, now, cache):
    return {"age": now - stored["receivedAt"], "lifetime": 0, "use": "validate"}
