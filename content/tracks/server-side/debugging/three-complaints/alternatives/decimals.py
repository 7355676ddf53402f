import re
from decimal import Decimal

PRICE = re.compile(r"[0-9]+\.[0-9]{2}")


def read(line):
    """Quantity, title and price in cents of a line, or None when it cannot be read."""
    _, title, quantity, price = line.split(";")
    if not re.fullmatch("-?[0-9]+", quantity) or not PRICE.fullmatch(price):
        return None
    return int(quantity), title, int(Decimal(price) * 100)


def add(title, quantity, copies=None):
    copies = {} if copies is None else copies
    copies[title] = copies.get(title, 0) + quantity
    return copies


def report(lines):
    total_cents = 0
    skipped = 0
    copies = {}
    for line in lines:
        sale = read(line)
        if sale is None:
            skipped += 1
            continue
        quantity, title, cents = sale
        total_cents += quantity * cents
        copies = add(title, quantity, copies)
    return {"total_cents": total_cents, "copies": copies, "skipped": skipped}
