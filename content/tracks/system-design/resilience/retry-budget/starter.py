class Retrier:
    async def run(self, operation):
        return await operation()


def create_retrier(attempts: int, every: int, reserve: int) -> Retrier:
    return Retrier()
