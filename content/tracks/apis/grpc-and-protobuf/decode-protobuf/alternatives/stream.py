"""Reads from io.BytesIO, field by field, and folds each into the result."""

import io
from ctypes import c_int32, c_int64, c_uint32


class Broken(Exception):
    pass


def varint(stream):
    value = shift = 0
    while True:
        byte = stream.read(1)
        if not byte or shift >= 70:
            raise Broken("varint")
        value |= (byte[0] & 127) << shift
        shift += 7
        if byte[0] & 128 == 0:
            return value % (1 << 64)


def exactly(stream, count):
    part = stream.read(count)
    if len(part) != count:
        raise Broken("short")
    return part


def scalar(kind, raw):
    match kind:
        case "bool":
            return raw != 0
        case "int32":
            return c_int32(raw & 0xFFFFFFFF).value
        case "uint32":
            return c_uint32(raw & 0xFFFFFFFF).value
        case "sint32":
            low = raw & 0xFFFFFFFF
            return low // 2 if low % 2 == 0 else -(low // 2) - 1
        case "int64":
            return str(c_int64(raw).value)
        case "uint64":
            return str(raw)
        case "sint64":
            return str(raw // 2 if raw % 2 == 0 else -(raw // 2) - 1)


def fields(data):
    stream = io.BytesIO(bytes(data))
    while stream.tell() < len(data):
        number, wire = divmod(varint(stream), 8)
        if number == 0:
            raise Broken("number")
        if wire == 0:
            yield number, wire, varint(stream)
        elif wire == 2:
            yield number, wire, exactly(stream, varint(stream))
        elif wire in (1, 5):
            yield number, wire, exactly(stream, 8 if wire == 1 else 4)
        else:
            raise Broken("wire")


def merge(result, data, message):
    for number, wire, raw in fields(data):
        field = message.get(str(number))
        if field is None:
            continue
        name, kind, repeated = field["name"], field["type"], field.get("repeated", False)
        values = []
        if kind == "message" and wire == 2:
            old = {} if repeated else result.setdefault(name, {})
            values = [merge(old, raw, field["message"])]
        elif kind == "string" and wire == 2:
            values = [raw.decode("utf-8")]
        elif kind not in ("message", "string") and wire == 0:
            values = [scalar(kind, raw)]
        elif kind not in ("message", "string") and wire == 2 and repeated:
            packed = io.BytesIO(raw)
            while packed.tell() < len(raw):
                values.append(scalar(kind, varint(packed)))
        for value in values:
            if repeated:
                result.setdefault(name, []).append(value)
            else:
                result[name] = value
    return result


def decode(data, message):
    return merge({}, data, message)
