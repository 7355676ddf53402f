import asyncio


async def hedged(first, second, delay):
    original = asyncio.ensure_future(first())
    tasks = [original]
    try:
        await asyncio.wait(tasks, timeout=delay)
        if original.done() and original.exception() is None:
            return original.result()
        tasks.append(asyncio.ensure_future(second()))
        running = {task for task in tasks if not task.done()}
        last = original
        while running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
                last = task
        raise last.exception()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
