# caught by: StringEquals takes a star for a star
import re


def as_list(value):
    return value if isinstance(value, list) else [value]


def fits(pattern, text, flags=0):
    parts = {"*": ".*", "?": "."}
    source = "".join(parts.get(character, re.escape(character)) for character in pattern)
    return re.fullmatch(source, text, flags | re.DOTALL) is not None


def some_fit(patterns, text, flags=0):
    return any(fits(pattern, text, flags) for pattern in as_list(patterns))


OPERATORS = {
    "StringEquals": lambda value, wanted: value is not None and some_fit(wanted, value),
    "StringNotEquals": lambda value, wanted: value is None or value not in wanted,
    "StringLike": lambda value, wanted: value is not None and some_fit(wanted, value),
}


def matches(statement, request):
    if "Action" in statement:
        action_fits = some_fit(statement["Action"], request["action"], re.IGNORECASE)
    else:
        action_fits = not some_fit(statement["NotAction"], request["action"], re.IGNORECASE)
    if "Resource" in statement:
        resource_fits = some_fit(statement["Resource"], request["resource"])
    else:
        resource_fits = not some_fit(statement["NotResource"], request["resource"])
    return (
        action_fits
        and resource_fits
        and all(
            OPERATORS[operator](request["context"].get(key), as_list(wanted))
            for operator, keys in statement.get("Condition", {}).items()
            for key, wanted in keys.items()
        )
    )


def effects(policies, request):
    return {
        statement["Effect"]
        for policy in policies
        for statement in as_list(policy["Statement"])
        if matches(statement, request)
    }


def decide(policies, request):
    boundary = policies["boundary"]
    granted = effects(policies["identity"], request)
    limit = effects([boundary], request) if boundary is not None else {"Allow"}
    if "Deny" in granted | limit:
        return "explicitDeny"
    return "allowed" if "Allow" in granted and "Allow" in limit else "implicitDeny"
