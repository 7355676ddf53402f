# caught by: holds no more than the reserve
from collections.abc import Awaitable, Callable


class Retrier:
    def __init__(self, attempts: int, every: int, reserve: int) -> None:
        self._attempts = attempts
        self._every = every
        # In units of an every-th of a retry, so that only whole numbers are added.
        self._full = reserve * every
        self._budget = self._full

    def _take_retry(self) -> bool:
        if self._budget < self._every:
            return False
        self._budget -= self._every
        return True

    async def run[Result](self, operation: Callable[[], Awaitable[Result]]) -> Result:
        self._budget = self._budget + 1
        attempt = 1
        while True:
            try:
                return await operation()
            except Exception as error:
                is_final = getattr(error, "retryable", True) is False
                if is_final or attempt >= self._attempts or not self._take_retry():
                    raise
                attempt += 1


def create_retrier(attempts: int, every: int, reserve: int) -> Retrier:
    return Retrier(attempts, every, reserve)
