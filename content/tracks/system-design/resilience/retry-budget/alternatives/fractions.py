from fractions import Fraction
from types import SimpleNamespace


def create_retrier(attempts, every, reserve):
    budget = Fraction(reserve)

    async def run(operation):
        nonlocal budget
        budget = min(budget + Fraction(1, every), Fraction(reserve))
        for left in reversed(range(attempts)):
            try:
                return await operation()
            except Exception as error:
                if left == 0 or budget < 1 or getattr(error, "retryable", None) is False:
                    raise
                budget -= 1

    return SimpleNamespace(run=run)
