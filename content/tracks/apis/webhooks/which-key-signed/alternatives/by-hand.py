import hashlib
from base64 import b64decode, b64encode
from binascii import Error


def hmac_sha256(key, data):
    """RFC 2104, word by word."""
    if len(key) > 64:
        key = hashlib.sha256(key).digest()
    key = key.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in key) + data).digest()
    return hashlib.sha256(bytes(byte ^ 0x5C for byte in key) + inner).digest()


def mac(key, data):
    return hmac_sha256(bytes.fromhex(key), bytes.fromhex(data)).hex()


def signers(secrets, delivery):
    keys = {}
    for position, one in enumerate(secrets):
        if one["secret"][:6] != "whsec_":
            raise ValueError(one["name"])
        try:
            keys[position] = b64decode(one["secret"][6:], validate=True)
        except Error as error:
            raise ValueError(one["name"]) from error
    head = f"{delivery['id']}.{delivery['timestamp']}.".encode()
    given = {entry[3:] for entry in delivery["signatures"].split() if entry.startswith("v1,")}
    body = b64decode(delivery["body"])
    return [secrets[i]["name"] for i, key in keys.items() if b64encode(hmac_sha256(key, head + body)).decode() in given]
