import hashlib
from math import ceil, log


class Bloom:
    """All bits in one large integer."""

    def __init__(self, items, rate, value=0):
        self.bits = ceil(-items * log(rate) / log(2) ** 2)
        self.hashes = max(1, round(self.bits / items * log(2)))
        self.value = value

    def mask(self, key):
        mask = 0
        for i in range(self.hashes):
            digest = hashlib.md5(f"{i}:{key}".encode("utf-8", "surrogatepass")).digest()
            mask |= 1 << int.from_bytes(digest, "big") % self.bits
        return mask

    def add(self, key):
        self.value |= self.mask(key)

    def has(self, key):
        mask = self.mask(key)
        return self.value & mask == mask

    def save(self):
        return self.value.to_bytes(-(-self.bits // 8), "little").hex()


def create_filter(items, error_rate):
    return Bloom(items, error_rate)


def load_filter(saved, items, error_rate):
    return Bloom(items, error_rate, int.from_bytes(bytes.fromhex(saved), "little"))
