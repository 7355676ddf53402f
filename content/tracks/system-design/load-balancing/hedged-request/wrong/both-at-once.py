# caught by: does not ask the second when the first is quick
import asyncio


async def hedged(first, second, delay):
    tasks = [asyncio.ensure_future(first()), asyncio.ensure_future(second())]
    try:
        errors = []
        for task in asyncio.as_completed(tasks):
            try:
                return await task
            except Exception as error:
                errors.append(error)
        raise errors[-1]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
