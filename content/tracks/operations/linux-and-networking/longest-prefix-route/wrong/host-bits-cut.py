# caught by: refuses a network with bits after its prefix
import re

NUMBER = re.compile(r"0|[1-9][0-9]{0,2}")


def read_number(text, largest):
    if not NUMBER.fullmatch(text) or int(text) > largest:
        raise ValueError(f"{text!r} is no number from 0 to {largest}")
    return int(text)


def read_address(text):
    parts = text.split(".")
    if len(parts) != 4:
        raise ValueError(f"{text!r} is no IPv4 address")
    value = 0
    for part in parts:
        value = value << 8 | read_number(part, 255)
    return value


def read_network(text):
    address, slash, length = text.partition("/")
    if not slash:
        raise ValueError(f"{text!r} has no prefix length")
    first, bits = read_address(address), 32 - read_number(length, 32)
    if first >> bits << bits != first:
        first = first >> bits << bits
    return first, bits


def route(table, address):
    wanted = read_address(address)
    best, via = 33, None  # the fewest free bits so far are the longest prefix
    for entry in table:
        first, bits = read_network(entry["network"])
        if wanted >> bits == first >> bits and bits < best:
            best, via = bits, entry["via"]
    return via
