"""A bot to begin with: previews each offer, signs what helps, tables one offer a turn, orders,
says READY. Usage: python3 example_bot.py CODE [NAME [HOST [PORT [STORE]]]]"""
import asyncio
import sys

from entente import Client, Refused, RequestError

IDEAS = ("exercise intensity=1; dialogue", "exercise intensity=2; acsa")


async def attempt(call):
    try:
        return await call
    except (Refused, RequestError):  # The game says no, or has moved on meanwhile.
        return None


async def gain(bot, deal, terms=None):  # For our score; with the revision looked at.
    seen = await attempt(bot.preview(deal, terms))
    own = seen.where("state", bot.seat.partition(".")[0]) if seen else []
    return (own[0]["nat"], seen.get("rev", 0)) if own and not seen.where("refusal") else (0, 0)


async def begin(bot, phase, pause):
    if phase == "negotiate":
        states = [row["state"] for row in (await bot.command("WHO")).where("state")]
        (points, _), to, terms = max(
            [(await gain(bot, to, terms), to, terms) for terms in IDEAS for to in states])
        if points > 0:
            await attempt(bot.propose(to, terms))
        await asyncio.sleep(pause)  # The others think, too.
    else:
        await attempt(bot.order("readiness", money="5m"))
    await attempt(bot.ready())


async def play(bot, pause=1.0):  # It may come late, or a second time: first of all STATUS.
    begun, events = None, bot.events("phase.started", "offer", "deal.signed", "session.closed")
    while (now := await bot.status())["status"] != "closed":
        if now["phase"] in ("negotiate", "orders") and begun != (now["turn"], now["phase"]):
            begun = now["turn"], now["phase"]
            asyncio.ensure_future(begin(bot, now["phase"], pause))
        event = await events.__anext__()
        if event.kind in ("offer.tabled", "offer.countered"):
            points, rev = await gain(bot, event["deal"])
            if points > 0:
                await attempt(bot.sign(event["deal"], rev))
        elif event.kind == "deal.signed":
            await attempt(bot.ratify(event["deal"]))


async def main(code, name="Robin", host="127.0.0.1", port="4747", store=None):
    async with Client(host, int(port), store=store) as bot:
        await bot.join(code, name)
        await play(bot)
        print(await bot.command("SCORE"))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
