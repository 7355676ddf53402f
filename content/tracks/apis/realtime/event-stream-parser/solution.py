import re

FRESH = {
    "started": False,
    "afterCr": False,  # the last character was a CR, whose LF may follow
    "rest": "",
    "data": "",
    "type": "",
    "id": "",
    "lastEventId": "",
    "retryMs": None,
}


def _end_block(state):
    state["lastEventId"] = state["id"]
    data, kind = state["data"], state["type"] or "message"
    state["data"] = state["type"] = ""
    return [{"type": kind, "data": data[:-1], "lastEventId": state["lastEventId"]}] if data else []


def _take_line(state, line):
    if line == "":
        return _end_block(state)
    name, _, value = line.partition(":")
    value = value.removeprefix(" ")
    if name == "data":
        state["data"] += value + "\n"
    elif name == "event":
        state["type"] = value
    elif name == "id" and "\0" not in value:
        state["id"] = value
    elif name == "retry" and re.fullmatch("[0-9]+", value):
        state["retryMs"] = int(value)
    return []


def feed(state, chunk):
    state = dict(state or FRESH)
    text = chunk
    if text:
        if not state["started"]:
            text = text.removeprefix("\ufeff")
        if state["afterCr"]:
            text = text.removeprefix("\n")
        state["started"] = True
        state["afterCr"] = chunk.endswith("\r")

    *lines, state["rest"] = re.split("\r\n|\r|\n", state["rest"] + text)
    events = [event for line in lines for event in _take_line(state, line)]
    return {"events": events, "lastEventId": state["lastEventId"], "retryMs": state["retryMs"], "state": state}
