"""Scenes of check_class.py: turn 2, in which the room gets restless."""

import asyncio
import time

from classroom import Person, Room, Wrong
from class_moves import clock, in_calm, moment
from class_opening import LATE, STATES
from entente import Client, ServerError


async def plans(room: Room) -> None:
    """The facilitator goes through the events to come: one is held, one is left out."""
    facilitator = room.facilitator
    await facilitator.do("HOLD", "attrition-war")
    await facilitator.do("SKIP", "content-step")
    queue = await facilitator.do("QUEUE")
    for inject, when in (("attrition-war", "held"), ("content-step", "skipped")):
        room.checks.same([row["when"] for row in queue.where("inject", inject)], [when],
                         "The queue tells of " + inject)


async def leave_for_a_turn(room: Room, state: str) -> None:
    """A whole team is gone for a turn: its bus is late."""
    room.away = {person.seat: person for person in room.of(state)}
    for seat, person in room.away.items():
        await person.go_away()
        del room.people[seat]
    board = await room.facilitator.do("BOARD")
    room.checks.same([row["here"] for row in board.rows if str(row.get("seat")).startswith(state)],
                     [0] * 5, "The board misses %s" % state)


async def return_to_class(room: Room, state: str, turn: int) -> None:
    """It comes back, hears all it missed, and that its country was run by habit."""
    for person in room.away.values():
        await person.come_back()
    room.people.update(room.away)
    for person in room.of(state):
        await person.hears("turn.resolved", turn=turn, says="You gave no order")
        room.checks.that(any(event.kind.startswith("order.") and event.get("order") == "habit"
                             for event in person.record),
                         "%s hears of no order by habit." % person.name)


async def latecomers(room: Room) -> None:
    """Two come late: they hear all that their seat would have heard, from the first event."""
    for seat in LATE:
        person = room.people[seat] = Person(room, seat, seat)
        await person.sit_down(str((await room.facilitator.do("CODE", seat))["code"]))
        mate = room.of(person.state)[0]
        await room.hear("member.joined", room.of(person.state), member=person.member)
        await person.caught_up()
        await mate.caught_up()
        await person.hears("deal.concluded")
        await person.hears("turn.resolved", turn=1)


@in_calm
async def hand_over(room: Room) -> None:
    """One leaves for good, and the facilitator gives the seat to a latecomer, who reads there what
    the seat knows and goes on with its work."""
    leaver, heir = room["rou.treasury"], room["esp.analyst"]
    await leaver.do("LEAVE")
    await leaver.go_away()
    room.gone.append(leaver)
    await room.facilitator.do("SEAT", heir.member, leaver.seat)
    await heir.told("SEAT_CHANGED")
    del room.people["esp.analyst"]
    heir.seat = leaver.seat
    room.people[leaver.seat] = heir
    await heir.hears("member.moved", member=heir.member, seat=leaver.seat)
    await heir.hears("order.entered", by=leaver.seat)
    room.checks.that(heir.heard("message.sent", says="In confidence in rou"),
                     "The heir of a seat does not read what its team had said.")
    room.checks.same(heir.client.seat, leaver.seat, "The heir sits in the seat")
    await room.hear("member.moved", room.of("rou"), member=heir.member)


@in_calm
async def put_out(room: Room, seat: str) -> None:
    """One is put out: hears why, and the token opens nothing any more."""
    person = room.people.pop(seat)
    await room.facilitator.do("KICK", person.member, text="rude")
    await room.hear("member.removed", room.of(person.state), member=person.member, says="rude")
    await person.is_gone(907)
    room.gone.append(person)
    stranger = Client(room.server.host, room.server.port)
    await stranger.connect()
    try:
        await stranger.auth(person.token)
    except ServerError as error:
        room.checks.same(error.number, 416, "A token that was taken back")
    else:
        raise Wrong("The token of %s still opens the door." % seat)
    await stranger.close()


async def fire_drill(room: Room) -> None:
    """A pause with a reason: no command counts, the clock stands; then a minute more."""
    facilitator, head = room.facilitator, room["deu.head"]
    before = await clock(room)
    outer = time.monotonic()
    await facilitator.do("PAUSE", text="fire drill")
    inner = time.monotonic()
    await room.hear("session.paused", says="fire drill")
    marks = room.marks()
    await head.is_refused(415, "PROPOSE", "fra", text="dialogue")
    await head.is_refused(415, "READY")
    await room["deu.treasury"].is_refused(415, "ORDER", "readiness", named={"money": "1m"})
    await facilitator.is_refused(415, "ADVANCE")
    room.checks.that("deadline" not in (await head.do("STATUS")).end, "The clock runs in a pause.")
    await asyncio.sleep(1.5)  # Long enough to be seen in whole seconds.
    inner = time.monotonic() - inner
    await facilitator.do("UNPAUSE")
    outer = time.monotonic() - outer
    await room.hear("session.resumed")
    for person, mark in marks.items():
        room.checks.same([event.kind for event in person.record[mark:]], ["session.resumed"],
                         "%s heard in the pause" % person.name)
    stood = (moment(head.heard("session.resumed")[-1]["deadline"]) - before).total_seconds()
    room.checks.that(int(inner) <= stood <= outer + 1,
                     "The clock stood for %d s in a pause of %.1f s." % (stood, outer))
    after = await clock(room)
    await facilitator.do("EXTEND", "60")
    await room.hear("phase.extended", seconds=60)
    room.checks.same((await clock(room) - after).total_seconds(), 60, "EXTEND 60 gives")


async def dispute(room: Room, deal: str, first: str, second: str) -> None:
    """Two parties differ about their deal: the queue shows whose question it is and how old, the
    ruling reaches both and nobody else. A request is granted or refused by a draw."""
    facilitator = room.facilitator
    asked = await room.asked(room[second + ".head"], "Who pays for the trains?",
                             kind="dispute", deal=deal)
    planned = await room.asked(room[first + ".diplomat"], "We mediate between the others.",
                               kind="action")
    queue = await facilitator.do("QUEUE")
    row = queue.where("ticket", asked[0])[0]
    room.checks.same((row["kind"], row["seat"], row["status"]),
                     ("dispute", second + ".head", "open"), "The queue shows the dispute")
    room.checks.that(0 <= int(row["age"]) <= time.perf_counter() - asked[1] + 1,
                     "The dispute is %s s old at once." % row["age"])
    room.checks.same(queue["open"], 2, "The queue counts what waits")
    await room.answer(asked, "granted", text="Each pays for its own trains.",
                      to="%s,%s" % (first, second))
    await room.hear("ticket.ruled", room.of(first) + room.of(second), ticket=asked[0],
                    outcome="granted", says="its own trains")
    drawn = await room.answer(planned, text="A fair plan.", chance="60%")
    granted = int(drawn["drawn"]) < 6000
    room.checks.same(drawn["outcome"], "granted" if granted else "refused", "A draw decides")
    await room.hear("ticket.ruled", room.of(first), ticket=planned[0], drawn=drawn["drawn"])
    room.checks.that("trains" in str(await room[second + ".head"].do("TICKETS")),
                     "TICKETS does not show the ruling.")
    for state in set(STATES) - {first, second}:
        for person in room.of(state):
            await person.caught_up()
            room.checks.that(not person.heard("ticket.ruled", says="its own trains"),
                             "%s hears a ruling for others." % person.name)


async def conference(room: Room) -> None:
    """Three states confer behind closed doors, then one tells the world that they did."""
    host, guest = room["deu.diplomat"], room["pol.head"]
    invited = [person for state in ("deu", "pol", "fra") for person in room.of(state)]
    others = [person for person in room.people.values() if person not in invited]
    talk = str((await host.do("CONFERENCE", named={"with": "pol,fra", "minutes": 5}))["conference"])
    await room.hear("conference.opened", invited, conference=talk)
    await guest.say(talk, "This stays in the room.")
    await room.hear("message.sent", invited, says="This stays in the room.")
    await room[others[0].seat].is_refused(410, "SAY", talk, text="May I?")
    await host.do("CONFERENCE", talk, "close")
    await room.hear("conference.closed", invited, conference=talk)
    await room["deu.head"].do("COMMUNIQUE", text="We have talked.")
    await room.hear("communique.issued", says="We have talked.")
    for person in others:
        room.checks.that(not person.heard("conference.opened") and
                         not person.heard("message.sent", says="This stays in the room."),
                         "%s heard of a closed conference." % person.name)


async def events_by_hand(room: Room) -> None:
    """One event is typed and sent, the held one is released; neither came by itself."""
    facilitator = room.facilitator
    for person in room.people.values():
        room.checks.that(not person.heard("inject.fired", inject="attrition-war"),
                         "%s heard of an event that is held." % person.name)
    await facilitator.do("INJECT", named={"to": "pol,rou"},
                         terms={"title": "News", "text": "The river rises."})
    await room.hear("inject.fired", room.of("pol") + room.of("rou"), says="The river rises.")
    await facilitator.do("INJECT", "attrition-war")
    await room.hear("inject.fired", inject="attrition-war")
    await room["deu.head"].caught_up()
    room.checks.that(not room["deu.head"].heard("inject.fired", says="The river rises."),
                     "An event for two reached a third.")


async def override(room: Room) -> None:
    """A figure is put right: what it was, what it is and why stand in the record."""
    done = await room.facilitator.do("OVERRIDE", "pc:pol", "55%", text="A slip in the card.")
    for person in room.of("pol") + [room.facilitator]:
        event = await person.hears("value.overridden", figure="pc:pol", says="A slip in the card.")
        room.checks.same((event["before"], event["after"]), (done["before"], 5500),
                         "%s hears what it was and is" % person.name)
    room.checks.same((await room["pol.head"].do("STATE"))["pc"], 5500, "The figure of Poland")
