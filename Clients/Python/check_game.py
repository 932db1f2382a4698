"""Plays First accord to its end with four example bots that chatter meanwhile, while somebody else
kills the server once; then compares every acknowledged command with HISTORY. Scripts/check-python
runs it: check_game.py HOST PORT TOKEN FOLDER. It makes FOLDER/turn-N when turn N begins."""

import asyncio
import pathlib
import sys
from collections import Counter

import example_bot
from entente import Client, EntenteError, Reply

STATES = ("aster", "borea", "cael", "dorn")
# The event that shows an accepted command in HISTORY, and which field says by whom.
SHOWN = {"PROPOSE": ("offer.tabled", "from"), "SIGN": ("offer.signed", "by"),
         "RATIFY": ("deal.ratified", "by"), "ORDER": ("order.entered", "by"),
         "SAY": ("message.sent", "from"), "READY": ("ready.set", "seat")}


class Recorder(Client):
    """A client that remembers what was acknowledged, and the numbers of all events it was given."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(host, port)
        self.acknowledged: Counter = Counter()
        self.numbers: list = []
        self.from_record = 0

    async def command(self, verb: str, *words: str, **rest) -> Reply:
        reply = await super().command(verb, *words, **rest)
        self.from_record += reply.dup
        if verb in SHOWN:
            named = {"SAY": rest.get("text"), "READY": "", "ORDER": reply.get("order"),
                     "PROPOSE": reply.get("deal")}
            self.acknowledged[SHOWN[verb][0], named.get(verb) or "".join(words[:1])] += 1
        return reply

    async def _next_event(self, kinds):
        event = await super()._any_event()
        while event and kinds and not event.kind.startswith(kinds):
            self.numbers.append(event.v)
            event = await super()._any_event()
        self.numbers += [event.v] if event else []
        return event


def shown(history: list, seat: str) -> Counter:
    """What HISTORY shows of a seat's own commands, in the same words as the acknowledgements."""
    found: Counter = Counter()
    fields = dict(SHOWN.values())
    for row in history:
        kind = str(row.get("kind"))
        if row.get(fields.get(kind, "")) in (seat, seat.partition(".")[0]):
            name = {"message.sent": row.text.partition(": ")[2], "ready.set": "",
                    "order.entered": row.get("order")}.get(kind, row.get("deal"))
            found[kind, name] += 1
    return found


async def take_part(bot: Recorder, folder: pathlib.Path) -> None:
    over = False

    async def chatter() -> None:
        # From turn 2 until the kill a command is always under way, so some reply gets lost.
        number = turn = 0
        while not over:
            number += 1
            if turn > 2 and number % 3 == 0:
                # The line is with the server, and its reply meets a closed door.
                asyncio.get_running_loop().call_later(0.002, bot._writer.transport.abort)
            await example_bot.attempt(bot.say("facilitator", "number %d" % number))
            turn = int((await bot.status())["turn"])
            (folder / ("turn-%d" % turn)).touch()
            await asyncio.sleep(0 if turn == 2 and not bot.reconnects else 0.1)

    talking = asyncio.ensure_future(chatter())
    await example_bot.play(bot, pause=1.0)
    over = True
    await talking


async def main(host: str, port: str, token: str, folder: str) -> None:
    bots = [Recorder(host, int(port)) for _ in STATES]
    facilitator = Client(host, int(port))
    for one in [facilitator, *bots]:
        await one.connect()
    await facilitator.auth(token)
    await facilitator.create("first-accord", format="solo")
    for bot, state in zip(bots, STATES):
        await bot.join(await facilitator.code(state + ".head"), "Bot of " + state)
    await facilitator.start()
    await asyncio.gather(*(take_part(bot, pathlib.Path(folder)) for bot in bots))

    told = 0
    for bot in bots:
        history = await bot.history()
        found = shown(history, bot.seat or "")
        wrong = [(what, count, found[what]) for what, count in bot.acknowledged.items()
                 if count != found[what]]
        extra = [what for what in found if what not in bot.acknowledged]
        if wrong or extra:
            raise EntenteError("%s: acknowledged and shown differ: %s; never acknowledged: %s" % (
                bot.seat, wrong, extra))
        if bot.numbers != list(range(1, len(bot.numbers) + 1)):
            raise EntenteError("%s got its events with gaps or twice." % bot.seat)
        if bot.reconnects < 1:
            raise EntenteError("%s never lost its connection; nobody killed the server." % bot.seat)
        told += sum(bot.acknowledged.values())
    repeats, known = sum(bot.repeats for bot in bots), sum(bot.from_record for bot in bots)
    if not known:
        raise EntenteError("No command was asked for again that had been done: nothing is proved.")
    if told < 100 or not (await facilitator.command("SCORE"))["collective"]:
        raise EntenteError("Only %d commands were acknowledged: that was no game." % told)
    for one in [facilitator, *bots]:
        await one.close()
    print("%d acknowledged commands stand in HISTORY once, across a kill and %d lost connections: "
          "%d were asked for again, %d of them had been done; %d events came once" % (
              told, sum(bot.reconnects for bot in bots), repeats, known,
              sum(len(bot.numbers) for bot in bots)))


if __name__ == "__main__":
    try:
        asyncio.run(asyncio.wait_for(main(*sys.argv[1:]), 50))
    except (EntenteError, asyncio.TimeoutError) as error:
        sys.exit(str(error) or "The game did not end in 50 s.")
