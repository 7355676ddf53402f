import hashlib
import math


class Filter:
    def __init__(self, items: int, error_rate: float, content: bytes | None = None) -> None:
        self.bits = math.ceil(-items * math.log(error_rate) / math.log(2) ** 2)
        self.hashes = max(1, round(self.bits / items * math.log(2)))
        self._bytes = bytearray(content if content is not None else -(-self.bits // 8))

    def _places(self, key: str) -> list[int]:
        digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        a = int.from_bytes(digest[:8], "big")
        b = int.from_bytes(digest[8:], "big") | 1
        return [(a + i * b) % self.bits for i in range(self.hashes)]

    def add(self, key: str) -> None:
        for place in self._places(key):
            self._bytes[place >> 3] |= 1 << (place & 7)

    def has(self, key: str) -> bool:
        return all(self._bytes[place >> 3] >> (place & 7) & 1 for place in self._places(key))

    def save(self) -> str:
        return self._bytes.hex()


def create_filter(items: int, error_rate: float) -> Filter:
    return Filter(items, error_rate)


def load_filter(saved: str, items: int, error_rate: float) -> Filter:
    return Filter(items, error_rate, bytes.fromhex(saved))
