"""Small moves that many scenes of check_class.py make."""

import functools
from datetime import datetime
from typing import Any, Awaitable, Callable, Dict, List

from classroom import Person, Room, Wrong


def in_calm(scene: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """A scene that counts who is there, or what a cut does: no storm while it lasts."""
    @functools.wraps(scene)
    async def calm(room: Room, *rest: Any) -> Any:
        room.is_calm = True
        await room.settle()
        try:
            return await scene(room, *rest)
        finally:
            room.is_calm = False

    return calm


async def advance(room: Room, phase: str) -> None:
    """The facilitator ends the phase, and everybody who is there hears which one begins."""
    marks = room.marks()
    await room.facilitator.do("ADVANCE")
    await room.all(lambda person: person.hears("phase.started", marks[person], phase=phase))


async def clock(room: Room) -> datetime:
    """When the phase ends, as the facilitator's STATUS says."""
    return moment((await room.facilitator.do("STATUS"))["deadline"])


def moment(text: Any) -> datetime:
    """A time of the server."""
    return datetime.strptime(str(text), "%Y-%m-%dT%H:%M:%SZ")


async def agree(room: Room, first: str, second: str, terms: str, answer: str) -> str:
    """A diplomat drafts, the other head answers with a text of its own, the first head signs the
    revision it saw, both ratify where their law asks for it, and both teams hear of the deal."""
    one, other = room[first + ".head"], room[second + ".head"]
    deal = str((await room[first + ".diplomat"].do("PROPOSE", second, text=terms))["deal"])
    await other.hears("offer.tabled", deal=deal, rev=1)
    await other.do("COUNTER", deal, text=answer, rev=1)
    await one.hears("offer.countered", deal=deal, rev=2)
    await one.is_refused(409, "SIGN", deal, rev=1)
    if (await one.do("SIGN", deal, rev=2))["status"] != "concluded":
        await other.hears("deal.signed", deal=deal)
        for head in (one, other):
            await head.do("RATIFY", deal)
    await room.hear("deal.concluded", room.of(first) + room.of(second), deal=deal)
    return deal


async def orders(room: Room, turn: int) -> None:
    """Treasuries and industries order in secret, analysts predict and write the journal."""
    async def order(person: Person) -> None:
        role = person.seat.partition(".")[2]
        if role == "treasury":
            await person.do("ORDER", "readiness", named={"money": "5m"})
        elif role == "industry":
            # Workers who did extra shifts in one turn need rest in the next.
            sector = ("amd", "mun", "str", "uas")[turn - 1]
            await person.do("ORDER", "surge", named={"sector": sector, "level": "5%"})
        elif role == "analyst":
            await person.do("PREDICT", "gap", "40%")
            await person.do("JOURNAL", text="Turn %d.\nWe bought time, not strength." % turn)

    marks = room.marks()
    await room.all(order)
    await room.all(lambda person: person.hears(
        "order.entered", marks[person], by=person.state + ".treasury"))


async def ready(room: Room) -> None:
    """All heads are ready, and the board says so."""
    heads = room.role("head")
    await room.all(lambda head: head.do("READY"), heads)
    board = await room.facilitator.do("BOARD")
    room.checks.same(len(board.where("ready", "yes")), len(heads), "The board counts who is ready")


async def figures(room: Room) -> Dict[str, Any]:
    """The figures of every state, as its head sees them."""
    return {head.state: [row.fields for row in (await head.do("STATE")).rows]
            for head in room.role("head")}


async def history_is_the_record(person: Person) -> None:
    """What somebody was given, event by event, is what HISTORY tells: nothing lost or doubled."""
    await person.caught_up()
    rows = await person.client.history()
    told = [(row["v"], row.text) for row in rows]
    heard = [(event.v, event.text) for event in person.record]
    person.room.checks.that(told == heard, "HISTORY of %s and what came differ: %s" % (
        person.name, first_difference(told, heard)))
    for row, event in zip(rows, person.record):
        # A ticket has a kind of its own, which may stand in the place of the event's.
        if row["kind"] not in (event.kind, event.get("kind")):
            raise Wrong("HISTORY calls event %d of %s %s: %s." % (
                event.v, person.name, row["kind"], event.kind))


def first_difference(one: List[Any], other: List[Any]) -> str:
    """Where two lists part, for a person who has to mend it."""
    for number, (left, right) in enumerate(zip(one, other)):
        if left != right:
            return "%s and %s" % (left, right)
    return "%d and %d of them" % (len(one), len(other))
