# caught by: finds the targets of the example
def link_target(header, rel):
    for link in header.split(","):
        target, *parameters = [part.strip() for part in link.split(";")]
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "rel" and rel.lower() in value.strip().strip('"').lower().split():
                return target[1:-1]
    return None
