import re
from collections import Counter

QUANTITY = re.compile("-?[0-9]+")
PRICE = re.compile(r"([0-9]+)\.([0-9]{2})")


def read(line: str) -> tuple[int, str, int] | None:
    """Quantity, title and price in cents of a line, or None when it cannot be read."""
    _, title, quantity, price = line.split(";")
    parts = PRICE.fullmatch(price)
    if not parts or not QUANTITY.fullmatch(quantity):
        return None
    return int(quantity), title, int(parts[1]) * 100 + int(parts[2])


def report(lines: list[str]) -> dict:
    total_cents = 0
    skipped = 0
    copies: Counter[str] = Counter()
    for line in lines:
        sale = read(line)
        if sale is None:
            skipped += 1
            continue
        quantity, title, cents = sale
        total_cents += quantity * cents
        copies[title] += quantity
    return {"total_cents": total_cents, "copies": dict(copies), "skipped": skipped}
