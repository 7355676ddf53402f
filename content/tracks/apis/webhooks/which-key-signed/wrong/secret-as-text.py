# caught by: recognises the example of Standard Webhooks
import base64
import hmac


def mac(key, data):
    return hmac.new(bytes.fromhex(key), bytes.fromhex(data), "sha256").hexdigest()


def key_of(secret):
    prefix, found, encoded = secret.partition("whsec_")
    if prefix or not found:
        raise ValueError("a secret has to begin with whsec_")
    base64.b64decode(encoded, validate=True)
    return secret.encode()


def signers(secrets, delivery):
    signed = b".".join(
        [delivery["id"].encode(), delivery["timestamp"].encode(), base64.b64decode(delivery["body"], validate=True)]
    )
    entries = [entry.encode() for entry in delivery["signatures"].split(" ")]
    names = []
    for one in secrets:
        right = b"v1," + base64.b64encode(hmac.digest(key_of(one["secret"]), signed, "sha256"))
        if any(hmac.compare_digest(entry, right) for entry in entries):
            names.append(one["name"])
    return names
