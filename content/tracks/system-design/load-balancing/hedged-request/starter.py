import asyncio


async def hedged(first, second, delay):
    return await first()
