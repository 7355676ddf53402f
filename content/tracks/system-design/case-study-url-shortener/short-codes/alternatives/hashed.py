import hashlib

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
A, B = 62**4, 62**3


def digest(*parts):
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=8).digest(), "big")


def encode(number, key):
    if type(number) is not int or number < 0 or number >= A * B:
        raise ValueError("out of range")
    low, high = number % A, number // A
    for i in range(3):
        low = (low + digest(key, i, "low", high)) % A
        high = (high + digest(key, i, "high", low)) % B
    number = high * A + low
    code = ""
    while len(code) < 7:
        code = LETTERS[number % 62] + code
        number //= 62
    return code


def decode(code, key):
    if len(code) != 7 or any(c not in LETTERS for c in code):
        raise ValueError("no code")
    number = 0
    for c in code:
        number = 62 * number + LETTERS.index(c)
    low, high = number % A, number // A
    for i in (2, 1, 0):
        high = (high - digest(key, i, "high", low)) % B
        low = (low - digest(key, i, "low", high)) % A
    return high * A + low
