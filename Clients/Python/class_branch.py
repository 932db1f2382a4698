"""Scenes of check_class.py: the server is killed, and turn 3 is played again in a branch."""

import asyncio
from typing import Any, Dict, List

from classroom import Person, Room
from class_moves import clock, figures, history_is_the_record, in_calm


async def killed(room: Room) -> None:
    """kill -9 while everybody speaks, and a start on the same folder: everybody goes on, no word
    is lost or doubled, and the clock is the one of before."""
    before = await clock(room)
    people = list(room.people.values())
    lost = {person: person.client.reconnects for person in people}
    half = asyncio.Event()
    said: List[str] = []

    async def speak(person: Person) -> None:
        for number in range(6):
            text = "Word %d of %s." % (number, person.seat)
            await person.say("team", text)
            said.append(text)
            if len(said) >= 3 * len(people):
                half.set()

    speaking = asyncio.ensure_future(room.all(speak))
    await half.wait()
    room.checks.that(not speaking.done(), "Everybody had spoken before the server was killed.")
    room.server.kill()
    room.server.start()
    await speaking
    for person in people:
        await person.caught_up()
        words = sorted(event.text.partition(": ")[2] for event in
                       person.heard("message.sent", says="Word "))
        mates = sorted("Word %d of %s." % (number, mate.seat)
                       for mate in room.of(person.state) for number in range(6))
        room.checks.same(words, mates, "%s heard" % person.name)
        room.checks.that(person.client.reconnects > lost[person],
                         "%s never lost the server." % person.name)
    room.checks.same(await clock(room), before, "After the kill the phase ends at")


async def choice(room: Room, option: str) -> None:
    """Switzerland answers the event that waits for an answer."""
    for person in room.of("che"):
        await person.hears("inject.fired", inject="reexport-question")
    status = await room["che.head"].do("STATUS")
    room.checks.that(any("choose inject=reexport-question" in line for line in status.options),
                     "STATUS does not say that an answer is waited for.")
    await room["che.head"].do(
        "ORDER", "choose", named={"inject": "reexport-question", "option": option})
    await room.hear("choice.made", room.of("che"), inject="reexport-question", option=option)


@in_calm
async def play_again(room: Room, parent: str, then: Dict[str, Any]) -> str:
    """The facilitator plays turn 3 again: everybody is told, goes over with seat and record, and
    finds the figures of the beginning of that turn. What was played stays, in a pause, since its
    clock would run on; its last link of the chain is kept for the end."""
    facilitator = room.facilitator
    await facilitator.do("PAUSE", text="We play this turn again.")
    await room.hear("session.paused", says="this turn again")
    await room.all(history_is_the_record)
    members = (await facilitator.do("BOARD"))["members"]
    room.heads[parent] = (await facilitator.do("HEAD")).end
    branch = await facilitator.branch(3, "Turn 3 again")
    for note in await room.all(lambda person: person.told("BRANCH")):
        room.checks.same((note["session"], note["turn"]), (branch, 3), "All are told of the branch")
    await room.all(lambda person: person.go_to(branch))
    await room.hear("session.forked", session=branch, parent=parent, turn=3)
    await finds_figures(room, then)
    board = await facilitator.do("BOARD")
    room.checks.same((board["members"], board["here"], board["status"]),
                     (members, len(room.people), "paused"), "The board of the branch")
    await facilitator.do("UNPAUSE")
    await room.hear("session.resumed")
    return branch


async def finds_figures(room: Room, then: Dict[str, Any]) -> None:
    """The states are as they were."""
    for state, rows in (await figures(room)).items():
        room.checks.same(rows, then[state], "The figures of %s in the branch" % state)


async def bot(room: Room, state: str) -> None:
    """A bot takes a state while its people are out of the room, when the clock ends the phase it
    gives the orders; then it hands back, and they take one of its orders back."""
    facilitator, head = room.facilitator, room[state + ".head"]
    await facilitator.do("BOT", state, "industrial-hub")
    await room.hear("seat.assigned", seat=head.seat, bot="industrial-hub")
    marks = room.marks()
    left = int((await facilitator.do("STATUS"))["left"])
    await facilitator.do("EXTEND", str(1 - left))
    await room.all(lambda person: person.hears("phase.started", marks[person], phase="orders"))
    order = await head.hears("order.entered", marks[head], by=head.seat)
    await facilitator.do("BOT", state, "off")
    await facilitator.hears("seat.assigned", seat=head.seat, says="A person takes")
    await room[state + ".treasury"].do("CANCEL", str(order["order"]))
    await room.hear("order.cancelled", room.of(state), order=order["order"])
