# caught by: merges the edits of two devices as in the example
def create_note() -> dict:
    return {"text": "", "number": 0, "device": ""}


def insert_at(note: dict, device: str, index: int, text: str) -> dict:
    changed = note["text"][:index] + text + note["text"][index:]
    return {"text": changed, "number": note["number"] + 1, "device": device}


def delete_at(note: dict, device: str, index: int, count: int) -> dict:
    changed = note["text"][:index] + note["text"][index + count :]
    return {"text": changed, "number": note["number"] + 1, "device": device}


def merge(a: dict, b: dict) -> dict:
    return max(a, b, key=lambda note: (note["number"], note["device"]))


def text_of(note: dict) -> str:
    return note["text"]
