def letters_in_order(note: dict) -> list[str]:
    """The ids of all letters in the order of the text: each before those put after it, of these the newest first."""
    children: dict[str | None, list[str]] = {}
    for key, letter in note.items():
        children.setdefault(letter["after"], []).append(key)

    def oldest_first(parent: str | None) -> list[str]:
        return sorted(children.get(parent, []), key=lambda key: (note[key]["number"], note[key]["device"]))

    # A stack gives back last what was put on it first, so the newest goes on it last.
    stack, ordered = oldest_first(None), []
    while stack:
        key = stack.pop()
        ordered.append(key)
        stack.extend(oldest_first(key))
    return ordered


def visible(note: dict) -> list[str]:
    return [key for key in letters_in_order(note) if not note[key]["is_deleted"]]


def create_note() -> dict:
    return {}


def insert_at(note: dict, device: str, index: int, text: str) -> dict:
    inserted = dict(note)
    after = visible(note)[index - 1] if index > 0 else None
    highest = max((letter["number"] for letter in note.values()), default=0)
    for number, letter in enumerate(text, start=highest + 1):
        key = f"{number}@{device}"
        inserted[key] = {"number": number, "device": device, "after": after, "letter": letter, "is_deleted": False}
        after = key
    return inserted


def delete_at(note: dict, device: str, index: int, count: int) -> dict:
    doomed = visible(note)[index : index + count]
    return note | {key: note[key] | {"is_deleted": True} for key in doomed}


def merge(a: dict, b: dict) -> dict:
    both = a | b
    deleted = {key for note in (a, b) for key, letter in note.items() if letter["is_deleted"]}
    return {key: letter | {"is_deleted": key in deleted} for key, letter in both.items()}


def text_of(note: dict) -> str:
    return "".join(note[key]["letter"] for key in visible(note))
