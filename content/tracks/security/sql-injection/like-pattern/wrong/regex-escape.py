# caught by: an underscore in the term stands for itself
import re


def contains_pattern(term):
    return "%" + re.escape(term).replace("%", "\\%") + "%"
