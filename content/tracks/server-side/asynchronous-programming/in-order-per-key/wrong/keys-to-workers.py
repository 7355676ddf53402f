# caught by: is not held up by a busy key
import asyncio


async def handle_in_order(messages, limit, handle):
    outcomes = ["skipped"] * len(messages)
    keys = list(dict.fromkeys(message["key"] for message in messages))

    async def work(worker):
        failed = set()
        for place, message in enumerate(messages):
            if keys.index(message["key"]) % limit != worker or message["key"] in failed:
                continue
            try:
                await handle(message)
                outcomes[place] = "done"
            except Exception:
                failed.add(message["key"])
                outcomes[place] = "failed"

    await asyncio.gather(*map(work, range(limit)))
    return outcomes
