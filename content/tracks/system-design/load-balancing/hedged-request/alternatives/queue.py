import asyncio


async def hedged(first, second, delay):
    answers = asyncio.Queue()

    async def report(ask):
        try:
            answers.put_nowait((await ask(), None))
        except Exception as error:
            answers.put_nowait((None, error))

    tasks = [asyncio.create_task(report(first))]
    try:
        error = None
        try:
            async with asyncio.timeout(delay):
                value, error = await answers.get()
            if error is None:
                return value
        except TimeoutError:
            pass
        tasks.append(asyncio.create_task(report(second)))
        for _ in range(1 if error else 2):
            value, error = await answers.get()
            if error is None:
                return value
        raise error
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
