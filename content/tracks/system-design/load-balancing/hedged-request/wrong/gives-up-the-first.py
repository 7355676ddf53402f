# caught by: lets the first go on beside the second
import asyncio


async def hedged(first, second, delay):
    try:
        return await asyncio.wait_for(first(), delay)
    except Exception:
        return await second()
