def create_note() -> dict:
    return {"text": ""}


def insert_at(note: dict, device: str, index: int, text: str) -> dict:
    return {"text": note["text"][:index] + text + note["text"][index:]}


def delete_at(note: dict, device: str, index: int, count: int) -> dict:
    return {"text": note["text"][:index] + note["text"][index + count :]}


def merge(a: dict, b: dict) -> dict:
    return a


def text_of(note: dict) -> str:
    return note["text"]
