# caught by: takes zero and false for what they are
import re
from collections.abc import Callable
from typing import Any, NamedTuple


class Setting(NamedTuple):
    key: str
    read: Callable[[str], Any]  # answers None for a text that is not valid
    fallback: Any = None


def integer(low: int, high: int) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        if not re.fullmatch("0|[1-9][0-9]{0,9}", text):
            return None
        return int(text) if low <= int(text) <= high else None

    return read


def begins_with(*beginnings: str) -> Callable[[str], str | None]:
    return lambda text: text if text.startswith(beginnings) else None


def keys(text: str) -> list[str] | None:
    parts = text.split(",")
    return parts if all(len(part) >= 32 for part in parts) else None


SETTINGS = {
    "SHOP_PORT": Setting("port", integer(1, 65535), 3000),
    "SHOP_DATABASE_URL": Setting("databaseUrl", begins_with("postgres://", "postgresql://")),
    "SHOP_SESSION_KEYS": Setting("sessionKeys", keys),
    "SHOP_MAIL_ORIGIN": Setting("mailOrigin", begins_with("https://")),
    "SHOP_LOG_LEVEL": Setting("logLevel", {level: level for level in ("debug", "info", "warn", "error")}.get, "info"),
    "SHOP_TIMEOUT_MS": Setting("timeoutMs", integer(0, 60000), 5000),
    "SHOP_SECURE_COOKIES": Setting("secureCookies", {"true": True, "false": False}.get, True),
}


def load_config(env: dict[str, str]) -> dict:
    config = {}
    problems = []
    for name, (key, read, fallback) in SETTINGS.items():
        text = env.get(name, "")
        value = read(text) if text else fallback
        if not value:
            problems.append({"name": name, "problem": "invalid" if text else "missing"})
        else:
            config[key] = value
    for name in sorted(env):
        if name.startswith("SHOP_") and name not in SETTINGS:
            problems.append({"name": name, "problem": "unknown"})
    return {"problems": problems} if problems else {"config": config}


def describe_config(config: dict) -> dict:
    return {**config, "databaseUrl": "[secret]", "sessionKeys": "[secret]"}
