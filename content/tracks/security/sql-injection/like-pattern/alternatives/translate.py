ESCAPES = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


def contains_pattern(term: str) -> str:
    return f"%{term.translate(ESCAPES)}%"
