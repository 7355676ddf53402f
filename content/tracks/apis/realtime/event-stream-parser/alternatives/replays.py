class _Reader:
    """Reads the whole text so far again; slow for long streams, and right."""

    def __init__(self, text):
        self.text = text
        self.events, self.last_id, self.retry = [], "", None

    def run(self):
        text = self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        complete = text.split("\n")[:-1]
        data, kind, last = None, "", ""
        for line in complete:
            if not line:
                self.last_id = last
                if data is not None:
                    self.events.append({"type": kind or "message", "data": data, "lastEventId": last})
                data, kind = None, ""
                continue
            name, found, value = line.partition(":")
            if found and value[:1] == " ":
                value = value[1:]
            if name == "data":
                data = value if data is None else f"{data}\n{value}"
            elif name == "event":
                kind = value
            elif name == "id":
                last = last if "\x00" in value else value
            elif name == "retry" and value.isascii() and value.isdigit():
                self.retry = int(value)
        return self


def feed(state, chunk):
    before = state["text"] if state else ""
    seen = state["seen"] if state else 0
    reader = _Reader(before + chunk).run()
    return {
        "events": reader.events[seen:],
        "lastEventId": reader.last_id,
        "retryMs": reader.retry,
        "state": {"text": before + chunk, "seen": len(reader.events)},
    }
