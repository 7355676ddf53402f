def dedupe(items):
    return list(dict.fromkeys(items))


def group(words):
    found = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found
