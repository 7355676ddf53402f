# The text as a list with tombstones; merging puts each new letter behind the one it follows, past those that are newer.
def create_note():
    return []


def integrate(note, letter):
    for known in note:
        if known["id"] == letter["id"]:
            known["gone"] = known["gone"] or letter["gone"]
            return
    at = 0
    if letter["after"] is not None:
        at = 1 + [known["id"] for known in note].index(letter["after"])
    while at < len(note) and tuple(note[at]["id"]) > tuple(letter["id"]):
        at += 1
    note.insert(at, letter)


def insert_at(note, device, index, text):
    shown = [letter for letter in note if not letter["gone"]]
    after = shown[index - 1]["id"] if index else None
    number = max([letter["id"][0] for letter in note], default=0)
    for letter in text:
        number += 1
        integrate(note, {"id": [number, device], "after": after, "letter": letter, "gone": False})
        after = [number, device]
    return note


def delete_at(note, device, index, count):
    for letter in [letter for letter in note if not letter["gone"]][index : index + count]:
        letter["gone"] = True
    return note


def merge(a, b):
    for letter in b:
        integrate(a, letter)
    return a


def text_of(note):
    return "".join(letter["letter"] for letter in note if not letter["gone"])
