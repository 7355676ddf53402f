def contains_pattern(term: str) -> str:
    return term
