def mac(key, data):
    return ""


def signers(secrets, delivery):
    return []
