import re
from ipaddress import IPv4Address, IPv4Network


def route(table, address):
    target = IPv4Address(address)
    networks = []
    for entry in table:
        # The library takes masks and bare addresses as well; the task does not.
        if not re.fullmatch(r"[0-9.]+/(0|[1-9][0-9]?)", entry["network"]):
            raise ValueError("no prefix length: " + entry["network"])
        networks.append((IPv4Network(entry["network"]), entry["via"]))
    fitting = [(network.prefixlen, via) for network, via in networks if target in network]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None
