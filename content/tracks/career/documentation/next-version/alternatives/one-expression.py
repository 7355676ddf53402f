import re

MESSAGE = re.compile(
    r"\A(?P<type>[^():!\n]+)(\([^():!\n]+\))?(?P<mark>!)?:[ ][^\n]*\S[^\n]*(?P<rest>\n.*)?\Z",
    re.DOTALL,
)


def kind(message):
    found = MESSAGE.match(message)
    if not found:
        return None
    if found["mark"] or re.search(r"^BREAKING[- ]CHANGE: +\S", found["rest"] or "", re.MULTILINE):
        return "major"
    return found["type"].casefold()


def next_version(current, messages):
    numbers = [int(number) for number in current.split(".")]
    kinds = {kind(message) for message in messages}
    if "major" in kinds:
        place = 0 if numbers[0] else 1
    elif "feat" in kinds:
        place = 1
    elif "fix" in kinds:
        place = 2
    else:
        return None
    numbers[place:] = [numbers[place] + 1] + [0] * (2 - place)
    return "%d.%d.%d" % tuple(numbers)
