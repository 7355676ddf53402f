# caught by: a backslash in the term stands for itself
import re


def contains_pattern(term):
    return "%" + re.sub(r"[%_]", r"\\\g<0>", term) + "%"
