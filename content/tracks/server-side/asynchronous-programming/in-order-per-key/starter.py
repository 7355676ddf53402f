import asyncio
from collections.abc import Awaitable, Callable


async def handle_in_order(
    messages: list[dict], limit: int, handle: Callable[[dict], Awaitable[object]]
) -> list[str]:
    await asyncio.gather(*(handle(message) for message in messages))
    return ["done" for _ in messages]
