def dedupe(items):
    return items
