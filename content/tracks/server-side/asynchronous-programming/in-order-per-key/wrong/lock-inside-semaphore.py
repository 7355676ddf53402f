# caught by: is not held up by a busy key
import asyncio
from collections import defaultdict


async def handle_in_order(messages, limit, handle):
    places = asyncio.Semaphore(limit)
    locks = defaultdict(asyncio.Lock)
    failed = set()

    async def one(message):
        async with places, locks[message["key"]]:
            if message["key"] in failed:
                return "skipped"
            try:
                await handle(message)
                return "done"
            except Exception:
                failed.add(message["key"])
                return "failed"

    return await asyncio.gather(*map(one, messages))
