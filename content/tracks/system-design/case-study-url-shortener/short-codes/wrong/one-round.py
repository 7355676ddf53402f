# caught by: has every character about equally often at each place
import re

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# The number is left * RIGHT + right, with a half of three characters and one of four.
LEFT = 62**3
RIGHT = 62**4
ROUNDS = 1


def mix(half: int, round: int, key: int) -> int:
    """Every bit of the input changes about half of the output's."""
    h = (half * 0x9E3779B97F4A7C15 + key * 0xC2B2AE3D27D4EB4F + round * 0x165667B19E3779F9) & 0xFFFFFFFFFFFFFFFF
    h = ((h ^ h >> 32) * 0xD6E8FEB86659FD93) & 0xFFFFFFFFFFFFFFFF
    h = ((h ^ h >> 32) * 0xD6E8FEB86659FD93) & 0xFFFFFFFFFFFFFFFF
    return h ^ h >> 32


def to_code(number: int) -> str:
    characters = []
    for _ in range(7):
        number, digit = divmod(number, 62)
        characters.append(ALPHABET[digit])
    return "".join(reversed(characters))


def to_number(code: str) -> int:
    if not isinstance(code, str) or not re.fullmatch("[0-9A-Za-z]{7}", code):
        raise ValueError("a code has seven characters")
    number = 0
    for character in code:
        number = number * 62 + ALPHABET.index(character)
    return number


def encode(number: int, key: int) -> str:
    if not isinstance(number, int) or not 0 <= number < LEFT * RIGHT:
        raise ValueError(f"{number} has no code")
    left, right = divmod(number, RIGHT)
    for round in range(ROUNDS):
        if round % 2 == 0:
            left = (left + mix(right, round, key)) % LEFT
        else:
            right = (right + mix(left, round, key)) % RIGHT
    return to_code(left * RIGHT + right)


def decode(code: str, key: int) -> int:
    left, right = divmod(to_number(code), RIGHT)
    for round in reversed(range(ROUNDS)):
        if round % 2 == 0:
            left = (left - mix(right, round, key)) % LEFT
        else:
            right = (right - mix(left, round, key)) % RIGHT
    return left * RIGHT + right
