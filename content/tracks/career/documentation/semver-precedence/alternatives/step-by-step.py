from functools import cmp_to_key
from itertools import zip_longest
from string import ascii_letters, digits

ALLOWED = set(ascii_letters + digits + "-")


def compare_versions(a, b):
    (left, left_pre), (right, right_pre) = parse(a), parse(b)
    if left != right:
        return -1 if left < right else 1
    if bool(left_pre) != bool(right_pre):
        return -1 if left_pre else 1
    for x, y in zip_longest(left_pre, right_pre):
        if x == y:
            continue
        if x is None or y is None:
            return -1 if x is None else 1
        if isinstance(x, int) and isinstance(y, int):
            return -1 if x < y else 1
        if isinstance(x, int) or isinstance(y, int):
            return -1 if isinstance(x, int) else 1
        return -1 if x < y else 1
    return 0


def parse(version):
    rest, plus, build = version.partition("+")
    core, hyphen, pre = rest.partition("-")
    numbers = core.split(".")
    if len(numbers) != 3 or not all(is_digits(number) for number in numbers):
        raise ValueError(version)
    identifiers = pre.split(".") if hyphen else []
    for identifier in identifiers + (build.split(".") if plus else []):
        if not identifier or set(identifier) - ALLOWED:
            raise ValueError(version)
    return [number(text) for text in numbers], [number(text) if is_digits(text) else text for text in identifiers]


def is_digits(text):
    return text != "" and not set(text) - set(digits)


def number(text):
    if len(text) > 1 and text[0] == "0":
        raise ValueError(f"leading zero in {text}")
    return int(text)


newest_first = cmp_to_key(lambda a, b: compare_versions(b, a))
