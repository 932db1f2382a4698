"""Scenes of check_class.py: the survey, and what the journal must hold after the last bell."""

import json
import re

from classroom import Person, Room
from class_moves import first_difference, in_calm
from entente import Line


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


@in_calm
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
    parent, branch = [*room.heads][:2]  # Nobody was called into the third.
    for session in (parent, branch):
        file = str(server.folder / (session + ".jsonl"))
        server.tool("export", session, "--output", file)
        server.tool("verify", file)
        told = server.tool("replay", session, "--json")
        checks.that(told == server.tool("replay", file, "--json"),
                    "The file of %s replays differently." % session)
        replays_to_what_was_heard(room, session, "facilitator", told)
    for session, seat in ((parent, "rou.treasury"), (branch, "rou.treasury"),
                          (branch, "deu.head"), (branch, "tur.analyst")):
        replays_to_what_was_heard(
            room, session, seat, server.tool("replay", session, "--seat", seat, "--json"))


def replays_to_what_was_heard(room: Room, session: str, seat: str, rows: str) -> None:
    """A seat's replay is what came to whoever sat there, to the last field."""
    told = [(row["v"], row["kind"], row["fields"], row["text"])
            for row in map(json.loads, rows.splitlines())]
    there = [(person, record) for person in [*room.people.values(), *room.gone, room.facilitator]
             for at, sat, record in person.places() if (at, sat) == (session, seat)]
    room.checks.that(there, "Nobody sat in %s of %s." % (seat, session))
    for person, record in there:
        heard = [(event.v, event.kind, event.fields, event.text) for event in record]
        # Who left did not hear the end.
        room.checks.that(heard == (told[:len(heard)] if person in room.gone else told),
                         "The replay of %s for %s and what came differ: %s" % (
                             session, seat, first_difference(told, heard)))
