import asyncio


async def handle_in_order(messages, limit, handle):
    """A task for each key, which asks for a place for each of its messages."""
    places = asyncio.Semaphore(limit)
    outcomes = ["skipped" for _ in messages]

    async def chain(key):
        for i, message in enumerate(messages):
            if message["key"] != key:
                continue
            async with places:
                try:
                    await handle(message)
                    outcomes[i] = "done"
                except Exception:
                    outcomes[i] = "failed"
                    return

    async with asyncio.TaskGroup() as group:
        for key in {message["key"] for message in messages}:
            group.create_task(chain(key))
    return outcomes
