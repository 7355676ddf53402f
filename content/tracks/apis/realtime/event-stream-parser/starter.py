def feed(state, chunk):
    return {"events": [], "lastEventId": "", "retryMs": None, "state": [state, chunk]}
