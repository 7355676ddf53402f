# caught by: skips what comes after a failure of the same key, and nothing else
import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable


async def handle_in_order(
    messages: list[dict], limit: int, handle: Callable[[dict], Awaitable[object]]
) -> list[str]:
    outcomes = ["skipped"] * len(messages)
    places_of: dict[str, deque[int]] = defaultdict(deque)
    for place, message in enumerate(messages):
        places_of[message["key"]].append(place)
    # A key with work left is in this queue, or in the hands of a worker.
    ready = deque(places_of.values())

    async def work() -> None:
        while ready:
            places = ready.popleft()
            place = places.popleft()
            try:
                await handle(messages[place])
            except Exception:
                outcomes[place] = "failed"
            else:
                outcomes[place] = "done"
            if places:
                ready.append(places)

    await asyncio.gather(*(work() for _ in range(limit)))
    return outcomes
