# caught by: reads Cache-Control in every spelling
import calendar
import re
import time

HTTP_DATE = re.compile(r"[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT")


def _directives(field):
    result = {}
    for part in field.split(","):
        name, _, value = part.partition("=")
        result[name.strip()] = value.strip().strip('"')
    return result


def _seconds(text):
    """A whole number of 0 or more; anything else is None."""
    return int(text) if text is not None and re.fullmatch(r"[0-9]+", text) else None


def _date(text):
    if text is None or not HTTP_DATE.fullmatch(text):
        return None
    try:
        return calendar.timegm(time.strptime(text, "%a, %d %b %Y %H:%M:%S GMT"))
    except ValueError:
        return None


def _lifetime(headers, control, made_at, shared):
    if shared and "s-maxage" in control:
        return _seconds(control["s-maxage"]) or 0
    if "max-age" in control:
        return _seconds(control["max-age"]) or 0
    if "expires" in headers:
        expires = _date(headers["expires"])
        return 0 if expires is None else max(0, expires - made_at)
    changed_at = _date(headers.get("last-modified"))
    return 0 if changed_at is None else max(0, (made_at - changed_at) // 10)


def reuse(stored, now, cache):
    headers, received_at = stored["headers"], stored["receivedAt"]
    control = _directives(headers.get("cache-control", ""))
    shared = cache == "shared"
    if "no-store" in control or (shared and "private" in control):
        return None

    made_at = _date(headers.get("date"))
    if made_at is None:
        made_at = received_at
    lifetime = _lifetime(headers, control, made_at, shared)

    by_date = max(0, received_at - made_at)
    by_age = (_seconds(headers.get("age")) or 0) + received_at - stored["requestedAt"]
    age = max(by_date, by_age) + now - received_at

    must_ask = "must-revalidate" in control or (shared and ("proxy-revalidate" in control or "s-maxage" in control))
    grace = _seconds(control.get("stale-while-revalidate")) or 0

    if "no-cache" in control:
        use = "validate"
    elif lifetime > age:
        use = "fresh"
    elif not must_ask and lifetime + grace > age:
        use = "stale"
    else:
        use = "validate"
    return {"age": age, "lifetime": lifetime, "use": use}
