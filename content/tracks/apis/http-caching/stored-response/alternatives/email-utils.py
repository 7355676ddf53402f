import re
from email.utils import parsedate_to_datetime


def reuse(stored, now, cache):
    headers = stored["headers"]
    pairs = re.findall(r'([^\s=,"]+)(?:\s*=\s*"?([^\s,"]*)"?)?', headers.get("cache-control", ""))
    control = {name.lower(): value for name, value in pairs}
    names = set(control) if cache == "shared" else set(control) - {"s-maxage", "proxy-revalidate", "private"}
    if names & {"no-store", "private"}:
        return None

    def date(name):
        text = headers.get(name, "")
        if not re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", text):
            return None
        return int(parsedate_to_datetime(text).timestamp())

    def number(text):
        return int(text) if text.isascii() and text.isdigit() else 0

    made = date("date")
    made = stored["receivedAt"] if made is None else made
    if "s-maxage" in names:
        lifetime = number(control["s-maxage"])
    elif "max-age" in names:
        lifetime = number(control["max-age"])
    elif "expires" in headers:
        lifetime = (date("expires") or made) - made
    elif date("last-modified") is not None:
        lifetime = (made - date("last-modified")) // 10
    else:
        lifetime = 0
    lifetime = max(lifetime, 0)

    waited = stored["receivedAt"] - stored["requestedAt"]
    initial = max(0, stored["receivedAt"] - made, number(headers.get("age", "")) + waited)
    age = initial + now - stored["receivedAt"]

    left = lifetime - age
    if "no-cache" in names or (left <= 0 and names & {"must-revalidate", "proxy-revalidate", "s-maxage"}):
        use = "validate"
    elif left > 0:
        use = "fresh"
    else:
        use = "stale" if left + number(control.get("stale-while-revalidate", "")) > 0 else "validate"
    return dict(age=age, lifetime=lifetime, use=use)
