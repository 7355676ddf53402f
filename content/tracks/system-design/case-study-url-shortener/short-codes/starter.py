ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def encode(number: int, key: int) -> str:
    return str(number).zfill(7)


def decode(code: str, key: int) -> int:
    return int(code)
