from dataclasses import dataclass
from functools import cache


@cache
def like(pattern, text):
    if not pattern:
        return not text
    if pattern[0] == "*":
        return like(pattern[1:], text) or bool(text) and like(pattern, text[1:])
    return bool(text) and pattern[0] in ("?", text[0]) and like(pattern[1:], text[1:])


def texts(value):
    return [value] if isinstance(value, str) else list(value)


@dataclass
class Statement:
    raw: dict

    def about(self, element, text, lower=False):
        negated = element not in self.raw
        patterns = texts(self.raw["Not" + element] if negated else self.raw[element])
        if lower:
            patterns, text = [one.lower() for one in patterns], text.lower()
        return any(like(one, text) for one in patterns) is not negated

    def conditions(self, context):
        for operator, keys in self.raw.get("Condition", {}).items():
            for key, wanted in keys.items():
                known, value = key in context, context.get(key)
                if operator == "StringNotEquals":
                    fulfilled = not known or value not in texts(wanted)
                elif operator == "StringEquals":
                    fulfilled = known and value in texts(wanted)
                else:
                    fulfilled = known and any(like(one, value) for one in texts(wanted))
                if not fulfilled:
                    return False
        return True

    def matches(self, request):
        return (
            self.about("Action", request["action"], lower=True)
            and self.about("Resource", request["resource"])
            and self.conditions(request["context"])
        )


def effects(policy, request):
    statements = policy["Statement"]
    for raw in [statements] if isinstance(statements, dict) else statements:
        if Statement(raw).matches(request):
            yield raw["Effect"]


def decide(policies, request):
    granted = [effect for policy in policies["identity"] for effect in effects(policy, request)]
    limits = ["Allow"] if policies["boundary"] is None else list(effects(policies["boundary"], request))
    if "Deny" in granted + limits:
        return "explicitDeny"
    return "allowed" if "Allow" in granted and "Allow" in limits else "implicitDeny"
