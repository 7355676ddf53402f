LEVELS = ("debug", "info", "warn", "error")
KEYS = {
    "SHOP_PORT": "port",
    "SHOP_DATABASE_URL": "databaseUrl",
    "SHOP_SESSION_KEYS": "sessionKeys",
    "SHOP_MAIL_ORIGIN": "mailOrigin",
    "SHOP_LOG_LEVEL": "logLevel",
    "SHOP_TIMEOUT_MS": "timeoutMs",
    "SHOP_SECURE_COOKIES": "secureCookies",
}
DEFAULTS = {"SHOP_PORT": "3000", "SHOP_LOG_LEVEL": "info", "SHOP_TIMEOUT_MS": "5000", "SHOP_SECURE_COOKIES": "true"}


def convert(name, text):
    match name:
        case "SHOP_PORT" | "SHOP_TIMEOUT_MS":
            number = int(text)
            if str(number) != text or not text.isascii():
                raise ValueError
            if not (1 <= number <= 65535 if name == "SHOP_PORT" else 0 <= number <= 60000):
                raise ValueError
            return number
        case "SHOP_DATABASE_URL":
            if text.split("://")[0] not in ("postgres", "postgresql") or "://" not in text:
                raise ValueError
        case "SHOP_SESSION_KEYS":
            keys = text.split(",")
            if min(map(len, keys)) < 32:
                raise ValueError
            return keys
        case "SHOP_MAIL_ORIGIN":
            if not text.startswith("https://"):
                raise ValueError
        case "SHOP_LOG_LEVEL":
            LEVELS.index(text)
        case "SHOP_SECURE_COOKIES":
            return bool(["false", "true"].index(text))
    return text


def load_config(env):
    config, problems = {}, []
    for name, key in KEYS.items():
        text = env.get(name) or DEFAULTS.get(name)
        if not text:
            problems.append(dict(name=name, problem="missing"))
            continue
        try:
            config[key] = convert(name, text)
        except ValueError:
            problems.append(dict(name=name, problem="invalid"))
    problems += [dict(name=n, problem="unknown") for n in sorted(set(env) - set(KEYS)) if n[:5] == "SHOP_"]
    return dict(problems=problems) if problems else dict(config=config)


def describe_config(config):
    copy = dict(config)
    copy.update(databaseUrl="[secret]", sessionKeys="[secret]")
    return copy
