def expand(template, variables):
    return template
