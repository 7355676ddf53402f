# caught by: throws for what no message can be
class Reader:
    def __init__(self, data):
        self.data = data
        self.position = 0

    def at_end(self):
        return self.position == len(self.data)

    def take(self, length):
        if length > len(self.data) - self.position:
            raise ValueError("the bytes end too early")
        part = self.data[self.position : self.position + length]
        self.position += length
        return part

    def varint(self):
        value = 0
        for i in range(20):
            (byte,) = self.take(1)
            value |= (byte & 0x7F) << (7 * i)
            if byte < 0x80:
                return value & (2**64 - 1)
        raise ValueError("a varint is longer than ten bytes")


def signed(value, bits):
    value &= 2**bits - 1
    return value - 2**bits if value >> (bits - 1) else value


def zigzag(value):
    return (value >> 1) ^ -(value & 1)


OF_VARINT = {
    "int32": lambda value: signed(value, 32),
    "uint32": lambda value: value & (2**32 - 1),
    "sint32": lambda value: zigzag(value & (2**32 - 1)),
    "int64": lambda value: str(signed(value, 64)),
    "uint64": str,
    "sint64": lambda value: str(zigzag(value)),
    "bool": bool,
}


def put(into, field, value):
    if field.get("repeated"):
        into.setdefault(field["name"], []).append(value)
    else:
        into[field["name"]] = value


def read_into(into, data, message):
    reader = Reader(data)
    while not reader.at_end():
        tag = reader.varint()
        number, wire_type = tag >> 3, tag & 7
        if number == 0:
            raise ValueError("a field number is 0")
        field = message.get(str(number))
        from_varint = field and OF_VARINT.get(field["type"])
        if wire_type == 0:
            value = reader.varint()
            if from_varint:
                put(into, field, from_varint(value))
        elif wire_type == 1:
            reader.take(8)
        elif wire_type == 2:
            part = reader.take(reader.varint())
            if not field:
                continue
            if field["type"] == "string":
                put(into, field, bytes(part).decode())
            elif field["type"] == "message":
                before = {} if field.get("repeated") else into.get(field["name"], {})
                put(into, field, read_into(before, part, field["message"]))
            elif field.get("repeated"):
                packed = Reader(part)
                while not packed.at_end():
                    put(into, field, from_varint(packed.varint()))
        elif wire_type == 5:
            reader.take(4)
        else:
            raise ValueError(f"wire type {wire_type} is not known")
    return into


def decode(data, message):
    return read_into({}, data, message)
