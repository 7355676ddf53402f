import re


def contains_pattern(term: str) -> str:
    return "%" + re.sub(r"[\\%_]", r"\\\g<0>", term) + "%"
