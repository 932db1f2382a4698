"""A class plays Sky shield over real sockets: 40 people in 8 teams, 4 turns, and everything that
goes wrong in a room. Scripts/check-class runs it: check_class.py PROGRAM FOLDER.

Read it from `play` at the end: one function a scene, and every event is looked for where it must
arrive. Nothing is said of speed but in the figures."""

import asyncio
import json
import pathlib
import re
import signal
import sys
import time
from datetime import datetime
from typing import Any, Dict, List

from classroom import Person, Room, Server, Wrong
from entente import Client, EntenteError, Line, ServerError

# Far more than it takes: a limit against hanging.
LIMIT_SECONDS = 170
STATES = ("deu", "nld", "esp", "rou", "pol", "fra", "che", "tur")
ROLES = ("head", "treasury", "industry", "diplomat", "analyst")
#: Whoever sits here comes in turn 2.
LATE = ("che.analyst", "esp.analyst")
SHIELD = ("dialogue; standard family=iamd; entry of count=4; "
          "accession open sec=50% val=40% fee=0")


# --- small moves that many scenes make


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


# --- before the class


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


# --- turn 1: everybody finds their feet


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

    await room.all(order)
    for person in room.role("treasury"):
        await room.hear("order.entered", room.of(person.state), by=person.seat, after=0)


async def ready(room: Room) -> None:
    """All heads are ready, and the board says so."""
    heads = room.role("head")
    await room.all(lambda head: head.do("READY"), heads)
    board = await room.facilitator.do("BOARD")
    room.checks.same(len(board.where("ready", "yes")), len(heads), "The board counts who is ready")


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


# --- turn 2: the room gets restless


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


# --- turn 3: the server dies


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


# --- the branch: turn 3 again


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


async def figures(room: Room) -> Dict[str, Any]:
    """The figures of every state, as its head sees them."""
    return {head.state: [row.fields for row in (await head.do("STATE")).rows]
            for head in room.role("head")}


async def finds_figures(room: Room, then: Dict[str, Any]) -> None:
    """The states are as they were."""
    for state, rows in (await figures(room)).items():
        room.checks.same(rows, then[state], "The figures of %s in the branch" % state)


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


# --- the end


async def survey(room: Room) -> None:
    """The class is closed; everybody answers the questions and reads the head of the record."""
    facilitator = room.facilitator
    await facilitator.do("CLOSE")
    await room.hear("session.closed")

    async def answer(person: Person) -> None:
        for number in range(1, 6):
            await person.do("SURVEY", str(number), text=str(1 + (number + len(person.seat)) % 5))
        await person.do("SURVEY", "6", text="More time, says %s." % person.seat)
        room.checks.that("says %s." % person.seat in str(await person.do("SURVEY")),
                         "%s does not read the own answer again." % person.name)
        await person.is_refused(415, "SAY", "all", text="One more thing.")

    await room.all(answer)
    head = (await facilitator.do("HEAD")).end
    for person in room.people.values():
        room.checks.same((await person.do("HEAD")).end["hash"], head["hash"], "The head for all")
    room.heads[str(facilitator.client.session)] = head
    room.checks.that((await room["deu.head"].do("SCORE"))["collective"], "There is no score.")


async def another_branch(room: Room, parent: str, branch: str) -> None:
    """Another branch from the same place is another session, with the same people and clock."""
    await room.facilitator.go_to(parent)
    status = await room.facilitator.do("STATUS")
    room.checks.same((status["turn"], status["phase"], status["status"]), (3, "review", "paused"),
                     "The parent stays")
    other = await room.facilitator.branch(3, "Another turn 3")
    room.checks.that(other not in (parent, branch), "The second branch is no session of its own.")
    status = await room.facilitator.do("STATUS")
    room.checks.same((status["turn"], status["phase"], status["status"]), (3, "report", "paused"),
                     "The second branch begins")
    room.heads[other] = (await room.facilitator.do("HEAD")).end


async def secrets_held(room: Room) -> None:
    """Over everything anybody was given: no word of another team, no order of another state."""
    def is_secret(event: Line, own: str) -> bool:
        confided = re.search("In confidence in ([a-z]+)", event.text)
        return bool(confided and confided.group(1) != own) or (
            event.kind == "order.entered" and event["state"] != own)

    for person in list(room.people.values()) + room.gone:
        for session, seat, record in person.places():
            leaks = [str(event) for event in record if is_secret(event, seat.partition(".")[0])]
            room.checks.same(leaks, [], "%s heard secrets of others in %s" % (seat, session))


def verified(room: Room) -> None:
    """The journal verifies and ends in the heads that were read; it replays to what was heard, and
    so does a file of it."""
    server, checks = room.server, room.checks
    rows = [json.loads(row) for row in server.tool("verify", "--all", "--json").splitlines()]
    checks.that(all(row["intact"] for row in rows), "A session does not verify: %s" % rows)
    checks.same({row["session"]: row["head"] for row in rows},
                {session: head["hash"] for session, head in room.heads.items()},
                "The journal ends with the links")
    for session in room.heads:
        file = str(server.folder / (session + ".jsonl"))
        server.tool("export", session, "--output", file)
        server.tool("verify", file)
        for seat in ("facilitator", "deu.head", "tur.analyst", "rou.treasury"):
            replays_to_what_was_heard(room, session, seat, file)


def replays_to_what_was_heard(room: Room, session: str, seat: str, file: str) -> None:
    """A seat's replay is what came to whoever sat there, to the last field."""
    rows = room.server.tool("replay", session, "--seat", seat, "--json")
    room.checks.that(rows == room.server.tool("replay", file, "--seat", seat, "--json"),
                     "The file of %s replays differently for %s." % (session, seat))
    told = [(row["v"], row["kind"], row["fields"], row["text"])
            for row in map(json.loads, rows.splitlines())]
    for person in list(room.people.values()) + room.gone + [room.facilitator]:
        for place in person.places():
            if place[:2] == (session, seat):
                heard = [(event.v, event.kind, event.fields, event.text) for event in place[2]]
                # Who left did not hear the end.
                room.checks.that(heard == (told[:len(heard)] if person in room.gone else told),
                                 "The replay of %s for %s and what came differ: %s" % (
                                     session, seat, first_difference(told, heard)))


async def play(room: Room) -> None:
    """The class, scene by scene."""
    room.server.start()
    then = await two_turns(room)
    capital = await third_turn(room)
    parent = str(room.facilitator.client.session)
    branch = await play_again(room, parent, then)
    await last_turns(room, capital)
    await survey(room)
    await room.all(history_is_the_record)
    await another_branch(room, parent, branch)
    await secrets_held(room)
    for person in list(room.people.values()) + [room.facilitator]:
        await person.go_away()
    room.checks.same(room.server.stop(), 0, "The server ends on TERM with")
    verified(room)


async def two_turns(room: Room) -> Dict[str, Any]:
    """To the beginning of turn 3; the figures of that moment."""
    await lobby(room)
    await advance(room, "negotiate")
    await talk(room, turn=1)
    await shield(room)
    await first_deals(room)
    await drops(room)
    await help_desk(room)
    await ready(room)
    await advance(room, "orders")
    await orders(room, turn=1)
    await advance(room, "review")
    await plans(room)
    await leave_for_a_turn(room, "tur")
    await advance(room, "report")
    await latecomers(room)
    await hand_over(room)
    await advance(room, "negotiate")
    await talk(room, turn=2)
    deal = await agree(room, "deu", "fra", "standard family=c2", "standard family=c2; exercise")
    await fire_drill(room)
    await dispute(room, deal, "deu", "fra")
    await events_by_hand(room)
    await override(room)
    await put_out(room, "esp.industry")
    await advance(room, "orders")
    await orders(room, turn=2)
    await advance(room, "review")
    await advance(room, "report")
    await return_to_class(room, "tur", turn=2)
    return await figures(room)


async def third_turn(room: Room) -> int:
    """Turn 3, the first time; the political capital that Switzerland's answer left it."""
    await advance(room, "negotiate")
    await killed(room)
    await choice(room, "consent")
    await advance(room, "orders")
    await orders(room, turn=3)
    await advance(room, "review")
    return int((await room["che.head"].do("STATE"))["pc"])


async def last_turns(room: Room, capital: int) -> None:
    """Turn 3 in the branch, where other things are agreed and answered, and turn 4."""
    await advance(room, "negotiate")
    await agree(room, "nld", "pol", "exercise intensity=2", "standard family=c2; exercise")
    await choice(room, "refuse")
    await advance(room, "orders")
    await orders(room, turn=3)
    await advance(room, "review")
    # The card: to consent costs 2 points, to refuse brings 1.
    room.checks.same((await room["che.head"].do("STATE"))["pc"], capital + 300,
                     "The political capital of Switzerland after the other answer")
    await advance(room, "report")
    await room.hear("inject.fired", inject="drone-saturation")
    await advance(room, "negotiate")
    await talk(room, turn=4)
    await killed(room)
    await bot(room, "nld")
    await orders(room, turn=4)
    await ready(room)
    await advance(room, "review")


def main(program: str, folder: str) -> int:
    """Plays, prints the figures and one closing line; 0 only if all of it held."""
    room = Room(Server(program, pathlib.Path(folder)))
    wrong = ""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        asyncio.run(asyncio.wait_for(play(room), LIMIT_SECONDS))
    except EntenteError as error:
        wrong = str(error)
    except asyncio.TimeoutError:
        wrong = "The class did not end in %d s." % LIMIT_SECONDS
    finally:
        room.server.kill()
    print("\n".join(room.figures()))
    failed = "1 failed: " + wrong if wrong else "0 failed"
    print("%d checks passed, %s" % (room.checks.passed, failed))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
