"""Scenes of check_class.py: the lobby and turn 1, in which everybody finds their feet."""

import asyncio

from classroom import Person, Room
from class_moves import agree, in_calm

STATES = ("deu", "nld", "esp", "rou", "pol", "fra", "che", "tur")
ROLES = ("head", "treasury", "industry", "diplomat", "analyst")
#: Whoever sits here comes in turn 2.
LATE = ("che.analyst", "esp.analyst")
SHIELD = ("dialogue; standard family=iamd; entry of count=4; "
          "accession open sec=50% val=40% fee=0")


async def lobby(room: Room) -> None:
    """The facilitator opens the session and makes a code a seat; 38 of 40 take their seats."""
    facilitator = room.facilitator
    await facilitator.connect()
    await facilitator.client.auth(room.server.token)
    await facilitator.do("CREATE", "sky-shield", named={"format": "class", "title": "Sky shield"})
    for seat in ("%s.%s" % (state, role) for state in STATES for role in ROLES):
        if seat not in LATE:
            room.people[seat] = Person(room, seat, seat)
    codes = {seat: str((await facilitator.do("CODE", seat))["code"]) for seat in room.people}
    for state in STATES:  # Not all at once: the door has room for 32 of one address.
        await room.all(lambda person: person.sit_down(codes[person.seat]), room.of(state))
    board = await facilitator.do("BOARD")
    room.checks.same((board["members"], board["here"]), (38, 38), "The board counts who is in")
    await facilitator.do("START")
    await room.hear("session.started")
    await room.hear("inject.fired", inject="welcome")


async def talk(room: Room, turn: int) -> None:
    """Everybody speaks in the team, diplomats to the next state, heads to the facilitator."""
    async def speak(person: Person) -> None:
        await person.say("team", "In confidence in %s, turn %d: %s." % (
            person.state, turn, person.seat))
        if person.seat.endswith("diplomat"):
            await person.say(following(person.state), "Turn %d: what would make you sign?" % turn)
        if person.seat.endswith("head"):
            await person.say("facilitator", "%s is well in turn %d." % (person.state, turn))

    async def listen(person: Person) -> None:
        for mate in room.of(person.state):
            await person.hears("message.sent", says="turn %d: %s." % (turn, mate.seat))
        if previous(person.state) in {one.state for one in room.people.values()}:
            await person.hears("message.sent", says="%s to %s: Turn %d" % (
                previous(person.state), person.state, turn))

    await room.all(speak)
    await room.all(listen)
    for head in room.role("head"):
        await room.facilitator.hears("message.sent", says="%s is well in turn %d" % (
            head.state, turn))


def following(state: str) -> str:
    """The next state at the table."""
    return STATES[(STATES.index(state) + 1) % len(STATES)]


def previous(state: str) -> str:
    """The state before at the table."""
    return STATES[STATES.index(state) - 1]


async def shield(room: Room) -> None:
    """Berlin's text for eight, which binds as soon as four have ratified it; France joins then."""
    berlin = room["deu.head"]
    deal = str((await berlin.do("PROPOSE", ",".join(STATES[1:]), text=SHIELD))["deal"])
    heads = room.role("head")
    await room.hear("offer.tabled", heads, deal=deal)
    for head in heads[1:4]:
        await head.do("PREVIEW", deal)
        await head.do("SIGN", deal, rev=1)
    for head in heads[:4]:
        await head.hears("deal.signed", deal=deal)
        await head.do("RATIFY", deal)
    await room.hear("deal.concluded", heads[:4], deal=deal)
    late = room["fra.head"]
    await late.do("SIGN", deal, rev=1)
    await late.do("RATIFY", deal)
    await room.hear("deal.ratified", heads, deal=deal, by=late.state)


async def first_deals(room: Room) -> None:
    """Four pairs agree at once."""
    await asyncio.gather(*(
        agree(room, one, other, "exercise intensity=2; dialogue", "exercise intensity=1; dialogue")
        for one, other in zip(STATES[::2], STATES[1::2])))


async def help_desk(room: Room) -> None:
    """Every team has a question; the facilitator answers the oldest first."""
    tickets = [await room.asked(room[state + ".industry"], "How do I read my gap?")
               for state in STATES]
    waiting = (await room.facilitator.do("QUEUE")).where("ticket")
    room.checks.same([row["ticket"] for row in waiting], [ticket for ticket, _ in tickets],
                     "The queue stands by age")
    for ticket in tickets:
        await room.answer(ticket, text="WHY gap shows it.")
    for state, (ticket, _) in zip(STATES, tickets):
        await room.hear("ticket.ruled", room.of(state), ticket=ticket, says="WHY gap shows it.")
    room.checks.same((await room.facilitator.do("QUEUE"))["open"], 0, "The queue counts at last")


@in_calm
async def drops(room: Room) -> None:
    """Connections die in the middle of keyed commands, in three ways; each command counts once."""
    async def once(person: Person, text: str) -> None:
        await room.hear("message.sent", room.of(person.state), says=text)
        for mate in room.of(person.state):
            await mate.caught_up()
            room.checks.same(len(mate.heard("message.sent", says=text)), 1,
                             "%s heard '%s' so often" % (mate.name, text))

    async def reply_lost(state: str) -> None:
        person, text = room[state + ".industry"], "The reply to this is lost, %s." % state
        await person.cut_in("lost-" + state, "team", text, witness=room[state + ".head"])
        reply = await person.do("SAY", "team", text=text, key="lost-" + state)
        room.checks.that(reply.dup, "%s asked again and it was not known." % person.name)
        await once(person, text)

    async def line_lost(state: str) -> None:
        person, text = room[state + ".diplomat"], "Half of this is lost, %s." % state
        await person.cut_in("half-" + state, "team", text, witness=None)
        reply = await person.do("SAY", "team", text=text, key="half-" + state)
        room.checks.that(not reply.dup, "%s was answered for half a line." % person.name)
        await once(person, text)

    async def wifi_lost(state: str) -> None:
        person, text = room[state + ".treasury"], "The Wi-Fi goes, %s." % state
        saying = asyncio.ensure_future(person.say("team", text))
        await asyncio.sleep(0)
        person.drop()
        await saying
        room.checks.that(person.client.reconnects, "%s never lost its connection." % person.name)
        await once(person, text)

    await asyncio.gather(*map(reply_lost, STATES[:4]), *map(line_lost, STATES[2:6]),
                         *map(wifi_lost, STATES[4:]))
