# caught by: a failure decides nothing while the other still runs
import asyncio


async def hedged(first, second, delay):
    tasks = [asyncio.ensure_future(first())]
    try:
        done, _ = await asyncio.wait(tasks, timeout=delay)
        if not done or tasks[0].exception() is not None:
            tasks.append(asyncio.ensure_future(second()))
            running = [task for task in tasks if not task.done()]
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
