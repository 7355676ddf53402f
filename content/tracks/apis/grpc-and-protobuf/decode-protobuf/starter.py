def decode(data, message):
    return {}
