"""What a check of a whole class needs: a server that can be killed and started again, persons who
keep all they hear, and a count of what held. check_class.py plays with it."""

import asyncio
import json
import os
import pathlib
import random
import subprocess
import time
from collections import Counter
from typing import Any, Dict, List, Optional, Tuple

from entente import Client, EntenteError, Line, Reply, ServerError, reads

# How long somebody waits for what must come; a limit against hanging, and no measure of speed.
PATIENCE_SECONDS = 30.0


class Wrong(EntenteError):
    """Something did not hold; the text is the one sentence that names it."""


class Checks:
    """Counts what held; the first thing that does not hold ends the play."""

    def __init__(self) -> None:
        self.passed = 0

    def that(self, holds: Any, sentence: str) -> None:
        """Counts one check, or says what was wrong."""
        if not holds:
            raise Wrong(sentence)
        self.passed += 1

    def same(self, found: Any, expected: Any, what: str) -> None:
        """Counts one check, or says how the two differ."""
        self.that(found == expected, "%s: %s instead of %s." % (what, found, expected))


class Server:
    """One server on one data folder, which it finds again after a kill."""

    def __init__(self, program: str, folder: pathlib.Path) -> None:
        self.program, self.folder, self.data = program, folder, folder / "data"
        self.host, self.port, self.token = "127.0.0.1", 0, ""
        self.process: Optional["subprocess.Popen[bytes]"] = None

    def start(self) -> None:
        """Starts it, at first on any free port, and waits for its ready line."""
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--data", str(self.data), "--exercises", "Exercises",
                 "--port", str(self.port), "--json", "--no-rate-limit"],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
        line = self.process.stdout.readline() if self.process.stdout else b""
        if not line:
            raise Wrong("The server does not start: %s" % (self.folder / "log").read_text())
        ready = json.loads(line)
        self.port = int(ready["listening"].rpartition(":")[2])
        self.token = ready.get("facilitatorToken", self.token)

    def kill(self) -> None:
        """What a power cut does: no goodbye, no flush."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def stop(self) -> int:
        """Asks it to end, as Ctrl-C does; its exit status."""
        if not self.process:
            return -1
        self.process.terminate()
        return self.process.wait(PATIENCE_SECONDS)

    def tool(self, *words: str) -> str:
        """Runs `entente WORDS` on a folder of the environment; what it prints."""
        done = subprocess.run(
            [self.program, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=2 * PATIENCE_SECONDS, env={**os.environ, "ENTENTE_DATA": str(self.data)})
        if done.returncode:
            raise Wrong("entente %s ends with %d: %s" % (
                " ".join(words), done.returncode, (done.stderr or done.stdout).strip()))
        return done.stdout


#: A session, a seat, and the events that came there.
Place = Tuple[str, str, List[Line]]


class Person:
    """Somebody in the room: sits in a seat, talks over a connection of its own, and keeps every
    event that came, one record for each session and seat."""

    def __init__(self, room: "Room", name: str, seat: str) -> None:
        self.room, self.name, self.seat = room, name, seat
        self.client = Client(room.server.host, room.server.port)
        self.token, self.member = "", ""
        #: The events of the session and seat this person is in, and of those it was in before.
        self.record: List[Line] = []
        self._earlier: List[Place] = []
        self._place = ("", "")
        #: Connections lost, and requests asked again, before the laptop was closed.
        self.lost = self.repeats = 0
        self._is_branching = False
        self.trouble: Optional[Exception] = None
        self._listening: Optional["asyncio.Task[None]"] = None

    @property
    def state(self) -> str:
        """The state that this person plays for."""
        return self.seat.partition(".")[0]

    @property
    def v(self) -> int:
        """The number of the last event that came."""
        return len(self.record)

    # --- coming and going

    async def connect(self) -> None:
        """Connects and begins to listen."""
        self.client = Client(self.room.server.host, self.room.server.port)
        self._news = asyncio.Event()
        await self.client.connect()
        self._listening = asyncio.ensure_future(self._listen(self.client))

    async def sit_down(self, code: str) -> None:
        """Takes the seat of a join code, and keeps the token as everybody is told to."""
        await self.connect()
        reply = await self.client.join(code, self.name)
        self.token, self.member = str(reply["token"]), str(reply["member"])
        self.room.checks.same(self.client.seat, self.seat, "%s took a seat" % self.name)

    async def go_away(self) -> None:
        """Closes the laptop."""
        self.lost += self.client.reconnects
        self.repeats += self.client.repeats
        await self.client.close()
        if self._listening:
            await asyncio.wait({self._listening})

    async def come_back(self) -> None:
        """Opens the laptop again and goes on after the last event that came."""
        session = self.client.session
        await self.connect()
        await self.client.auth(self.token)
        await self.client.resume(session, since=self.v)

    async def go_to(self, session: str) -> None:
        """Enters another session, from its first event."""
        await self.caught_up()
        await self.client.resume(session, since=0)

    async def branch(self, turn: int, title: str) -> str:
        """For the facilitator: plays a turn again; the session where that happens. What was before
        the turn is shared, so the record goes on from there."""
        await self.caught_up()
        self._is_branching = True
        return str((await self.do("FORK", named={"turn": turn, "title": title}))["session"])

    async def _listen(self, client: Client) -> None:
        try:
            async for event in client.events():
                if self._is_branching or (event.v == 1 and self.record):
                    self._earlier.append((*self._place, self.record))
                    self.record = self.record[:event.v - 1]
                    self._is_branching = False
                if event.v != self.v + 1:
                    raise Wrong("%s was given event %d after event %d." % (
                        self.name, event.v, self.v))
                self.record.append(event)
                self._place = (str(client.session), str(client.seat))
                self._news.set()
        except EntenteError as error:
            self.trouble = error
        self._news.set()

    def places(self) -> List[Place]:
        """Every session and seat this person was in, with what was heard there."""
        return self._earlier + [(*self._place, self.record)]

    async def is_gone(self, number: int) -> None:
        """Waits for the error with which the server ends this person's connection."""
        await self._until(lambda: self.trouble, "was put out")
        found = self.trouble.number if isinstance(self.trouble, ServerError) else self.trouble
        self.room.checks.same(found, number, "%s was put out with" % self.name)

    # --- hearing

    def heard(self, kind: str, after: int = 0, says: str = "", **fields: Any) -> List[Line]:
        """The events of a kind that came after number `after`, with these fields."""
        return [event for event in self.record[after:]
                if event.kind == kind and says in event.text
                and all(event.get(name) == value for name, value in fields.items())]

    async def hears(self, kind: str, after: int = 0, says: str = "", **fields: Any) -> Line:
        """Waits until such an event has come; counts as a check."""
        what = "%s %s" % (kind, says or fields)
        await self._until(lambda: self.heard(kind, after, says, **fields), "heard " + what)
        return self.heard(kind, after, says, **fields)[0]

    async def caught_up(self) -> None:
        """Waits until everything that the server has for this person has come."""
        newest = int((await self.client.command("HISTORY", named={"limit": 1})).end["v"])
        await self._until(lambda: self.v >= newest, "was given event %d" % newest)

    async def told(self, name: str) -> Line:
        """Waits for a NOTE that answers no request."""
        def found() -> List[Line]:
            return [note for note in self.client.notes if note.word == name]

        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE_SECONDS
        while not found() and loop.time() < end:
            await asyncio.sleep(0.02)
        self.room.checks.that(found(), "%s was never told %s." % (self.name, name))
        return found()[-1]

    async def _until(self, holds: Any, what: str) -> None:
        end = asyncio.get_running_loop().time() + PATIENCE_SECONDS
        while not holds():
            left = end - asyncio.get_running_loop().time()
            if left <= 0 or isinstance(self.trouble, Wrong):
                raise self.trouble or Wrong("%s never %s." % (self.name, what))
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), min(left, 1))
            except asyncio.TimeoutError:
                continue
        self.room.checks.passed += 1

    # --- speaking

    async def do(self, verb: str, *words: str, **rest: Any) -> Reply:
        """A request that must be granted. The time of commands is kept, but for those that met a
        broken connection."""
        broken, began = self.client.reconnects, time.perf_counter()
        try:
            reply = await self.client.command(verb, *words, **rest)
        except ServerError as error:
            asked = " ".join([verb, *words, str(rest or "")]).strip()
            raise Wrong("%s asked %s and got %s" % (self.name, asked, error)) from error
        if self is self.room.facilitator:
            self.room.workload[verb] += 1
        self.room.known += reply.dup
        if not reads(verb) and not reply.dup and broken == self.client.reconnects:
            self.room.seconds.append(time.perf_counter() - began)
        return reply

    async def is_refused(self, number: int, verb: str, *words: str, **rest: Any) -> ServerError:
        """A request that must be refused with the code `number`; counts as a check."""
        try:
            reply = await self.client.command(verb, *words, **rest)
        except ServerError as error:
            self.room.checks.same(error.number, number, "%s said %s and heard %s" % (
                self.name, verb, error))
            return error
        raise Wrong("%s said %s and was granted it (%s), which should be %d." % (
            self.name, verb, reply.end, number))

    async def say(self, to: str, text: str) -> Reply:
        """A message."""
        return await self.do("SAY", to, text=text)

    # --- accidents

    async def cut_in(self, key: str, to: str, text: str, witness: Optional["Person"]) -> None:
        """The connection dies in the middle of a keyed SAY: with a witness when the server has
        acted and before its reply is read, without one in the middle of the line."""
        reader, writer = await asyncio.open_connection(
            self.room.server.host, self.room.server.port)
        line = "@key=%s SAY %s :%s\n" % (key, to, text)
        writer.write(("AUTH token=%s\nJOIN %s since=%d\n" % (
            self.token, self.client.session, self.v)).encode())
        while not (await reader.readline()).startswith(b"OK JOIN"):
            pass
        writer.write(line.encode() if witness else line[:len(line) // 2].encode())
        if witness:
            await witness.hears("message.sent", says=text)
        writer.transport.abort()

    def drop(self) -> None:
        """The Wi-Fi goes, whatever is under way."""
        if self.client._writer:
            self.client._writer.transport.abort()


class Room:
    """The class: a server, a facilitator, and forty seats."""

    def __init__(self, server: Server) -> None:
        self.server, self.checks = server, Checks()
        #: What the facilitator said, by verb, and the seconds of acknowledged commands.
        self.workload: Counter = Counter()
        self.seconds: List[float] = []
        #: Commands that were asked again and had been done.
        self.known = 0
        #: Seconds from a question to its answer.
        self.answers: List[float] = []
        self.people: Dict[str, Person] = {}
        #: Who left for good, and who is away for a while, by seat.
        self.gone: List[Person] = []
        self.away: Dict[str, Person] = {}
        #: Whether a storm may cut connections now.
        self.is_calm = False
        #: The last link of a session's chain, as it was read, by session.
        self.heads: Dict[str, Line] = {}
        self.facilitator = Person(self, "The facilitator", "facilitator")

    def __getitem__(self, seat: str) -> Person:
        return self.people[seat]

    def of(self, state: str) -> List[Person]:
        """The team of a state."""
        return [person for person in self.people.values() if person.state == state]

    def role(self, role: str) -> List[Person]:
        """Everybody with a role, in the order of the states."""
        return [person for person in self.people.values() if person.seat.endswith("." + role)]

    def marks(self) -> Dict[Person, int]:
        """How far everybody has heard, to ask later what came after."""
        return {person: person.v for person in self.people.values()}

    async def all(self, call: Any, people: Optional[List[Person]] = None) -> List[Any]:
        """The same by everybody at once; `call` makes one person's part."""
        return await asyncio.gather(*map(call, people or list(self.people.values())))

    async def hear(self, kind: str, people: Optional[List[Person]] = None, **what: Any) -> None:
        """Everybody hears it."""
        await self.all(lambda person: person.hears(kind, **what), people)

    async def asked(self, person: Person, text: str, **named: str) -> Tuple[str, float]:
        """Opens a ticket; its name, and when it was opened."""
        reply = await person.do("ASK", text=text, named=named)
        return str(reply["ticket"]), time.perf_counter()

    async def answer(
        self, ticket: Tuple[str, float], *words: str, text: str, **named: str
    ) -> Reply:
        """The facilitator rules on a ticket."""
        reply = await self.facilitator.do("RULE", ticket[0], *words, text=text, named=named)
        self.answers.append(time.perf_counter() - ticket[1])
        return reply

    async def settle(self) -> None:
        """Waits until everybody is connected."""
        for person in [*self.people.values(), self.facilitator]:
            while not person.client._live:
                await asyncio.sleep(0.02)

    async def storm(self, seed: int) -> None:
        """Cuts one connection after another, whatever is under way, until it is cancelled."""
        chance = random.Random(seed)
        while True:
            await asyncio.sleep(chance.random() / 30)
            people = [*self.people.values(), self.facilitator]
            person = chance.choice(people)
            if not self.is_calm and person.client._live:
                person.drop()

    def figures(self) -> List[str]:
        """What the play cost, for people: nothing of it is checked."""
        if not self.seconds or not self.answers:
            return []
        everybody = [*self.people.values(), *self.gone, self.facilitator]
        events = sum(len(place[2]) for person in everybody for place in person.places())
        milliseconds = sorted(1000 * seconds for seconds in self.seconds)
        said = ", ".join("%s %d" % pair for pair in self.workload.most_common())
        return [
            "the facilitator gave %d commands: %s" % (sum(self.workload.values()), said),
            "%d tickets, answered in %.0f ms at most" % (
                len(self.answers), 1000 * max(self.answers)),
            "%d connections lost and made again, %d requests asked again, %d of them known; "
            "%d events came, each once" % (
                sum(person.lost for person in everybody),
                sum(person.repeats for person in everybody), self.known, events),
            "%d acknowledged commands, p50 %.1f ms, p99 %.1f ms" % (
                len(milliseconds), milliseconds[len(milliseconds) // 2],
                milliseconds[len(milliseconds) * 99 // 100])]
