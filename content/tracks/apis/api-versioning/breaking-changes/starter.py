def find_breaks(before, after):
    return [{"operation": name, "side": None, "member": None, "change": "none"} for name in before if name in after]
