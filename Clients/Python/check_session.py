"""Plays a text of Tests/Plays over TCP, four seats and a facilitator, and counts what it used: every
clause must come into force and show an effect, every order must be carried out, every figure must
answer WHY with words that hold. Scripts/check-session runs it:
check_session.py HOST PORT TOKEN PLAY [--loud]. The lists come from the server."""

import asyncio
import itertools
import pathlib
import re
import sys
from typing import Dict, Iterator, List, Optional, Set

from entente import Client, EntenteError, Line, Reply, ServerError

EXERCISE = "every-clause"
SEED = 6
# These two count at once, before the orders of the turn are resolved, and have lines of their own.
AT_ONCE = {"choose": "choice.made", "answer-reexport": "turn.resolved"}


class Stumble(EntenteError):
    """The play did not go as it is written."""


class Scene:
    """One line of the play, and what its answer must hold."""

    def __init__(self, number: int, words: str) -> None:
        spoken = re.match(r"(?:([A-Z]+) = )?([a-z,]+): (.+)", words)
        if not spoken:
            raise Stumble("line %d of the play is no line: %s" % (number, words))
        self.number, self.label = number, spoken.group(1)
        self.speakers, self.command = spoken.group(2).split(","), spoken.group(3)
        self.wanted: List[str] = []
        self.shown: Optional[str] = None
        self.refusal: Optional[str] = None

    def expect(self, kind: str, words: str) -> None:
        """Takes down what an indented line of the play asks of the answer."""
        if kind == "shows":
            self.shown, _, words = words.partition(": ")
        if words.startswith("REFUSED "):
            kind, words = "refused", words[8:]
        if kind == "refused":
            self.refusal = words
        else:
            self.wanted.append(words)


class Act:
    """A phase of a turn with its lines."""

    def __init__(self, turn: int, phase: str) -> None:
        self.turn, self.phase = turn, phase
        self.scenes: List[Scene] = []


def read_play(path: str) -> List[Act]:
    """The acts of a play in their order."""
    acts: List[Act] = []
    turn = 0
    for number, raw in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        asked = re.match(r"(says|shows|refused) (.+)", line)
        if not line or line.startswith("#"):
            continue
        if line.startswith("== "):
            turn = int(line[3:].split()[0])
        elif line.startswith("-- "):
            acts.append(Act(turn, line[3:]))
        elif raw.startswith(" ") and asked:
            acts[-1].scenes[-1].expect(asked.group(1), asked.group(2))
        else:
            acts[-1].scenes.append(Scene(number, line))
    return acts


class Stage:
    """The seats, the deals by the names the play gives them, and what was seen."""

    def __init__(self, host: str, port: int, loud: bool) -> None:
        self.host, self.port, self.loud = host, port, loud
        self.facilitator = Client(host, port)
        self.seats: Dict[str, Client] = {}
        self.deals: Dict[str, str] = {}
        self.verbs: Set[str] = set()
        self.shown: Dict[str, str] = {}
        self.clauses: List[str] = []
        self.orders: List[str] = []
        self.figures: List[str] = []
        self.asked = self.formulas = 0

    async def open(self, token: str) -> None:
        """Asks for the lists of the rules, makes the session and seats every state."""
        await self.facilitator.connect()
        await self.facilitator.auth(token)
        # Before anybody is in a session these list all there is, not the menu of an exercise.
        self.clauses = [str(row["clause"]) for row in
                        (await self.facilitator.command("HELP", "terms")).where("clause")]
        self.orders = [str(row["order"]) for row in
                       (await self.facilitator.command("HELP", "orders")).where("order")]
        await self.facilitator.create(EXERCISE, format="play", seed=SEED)
        for row in (await self.facilitator.command("WHO")).where("state"):
            state = str(row["state"])
            client = self.seats[state] = Client(self.host, self.port)
            await client.connect()
            await client.join(await self.facilitator.code(state + ".head"), state.title())
        await self.facilitator.start(bots=False)
        self.figures = list(figure_names(await self.facilitator.command("HELP", "WHY")))

    async def close(self) -> None:
        """Says goodbye."""
        for client in [self.facilitator, *self.seats.values()]:
            await client.close()

    async def reach(self, turn: int, phase: str) -> bool:
        """The facilitator leads on to a phase; true if that is the first of a turn."""
        is_new = False
        for _ in range(8):
            now = await self.facilitator.status()
            is_new = is_new or now["turn"] != turn
            if (now["turn"], now["phase"]) == (turn, phase):
                return is_new
            await self.facilitator.command("ADVANCE")
        raise Stumble("turn %d has no %s" % (turn, phase))

    def named(self, words: str) -> str:
        """The words of the play with the ids of its deals."""
        return re.sub(r"\b[A-Z]{3,}\b", lambda name: self.deals.get(name[0], name[0]), words)

    async def ask_why(self, turn: int, whole: bool) -> None:
        """Asks a seat for figures, another one each turn: one of each kind, or the whole list. What
        stands in an answer must hold."""
        clients = list(self.seats.values())
        kinds: Dict[str, List[str]] = {}
        for figure in self.figures:
            kinds.setdefault(figure.partition(":")[0], []).append(figure)
        some = [names[turn * 7 % len(names)] for names in kinds.values()]
        for number, figure in enumerate(self.figures if whole else some):
            client = clients[(number + turn) % len(clients)]
            try:
                answer = await client.command("WHY", figure)
            except ServerError as error:
                # What others hold is their own: trust, treasury, scores.
                if error.name == "NO_SUCH":
                    continue
                raise Stumble("WHY %s in turn %d: %s" % (figure, turn, error)) from None
            self.asked += 1
            self._tell(str(client.seat), "WHY " + figure, str(answer))
            await self._hold(client, figure, answer)

    async def _hold(self, client: Client, figure: str, answer: Reply) -> None:
        rows = [row.text for row in answer.rows]
        whole = "\n".join(rows)
        if not re.match(r"[a-z0-9:*-]+( = |: nothing to count)", rows[0], re.IGNORECASE):
            raise Stumble("WHY %s does not begin with the value: %s" % (figure, whole))
        if len(rows) < 3 or not re.search(r"\n +(Equation EQ\d+|No equation: |The value at the start)", whole):
            raise Stumble("WHY %s tells neither an equation nor how it counts: %s" % (figure, whole))
        if answer.get("equation") and not re.search(r"\n +(It reads|Step by step): ", whole):
            raise Stumble("WHY %s has an equation and no numbers: %s" % (figure, whole))
        if "nothing has moved it yet" in whole and answer.get("before") is not None:
            raise Stumble("WHY %s does not say how the figure counts: %s" % (figure, whole))
        for place, row in enumerate(rows):
            if not row.startswith("    CALC "):
                continue
            self.formulas += 1
            result = await client.do(row.strip())
            promised = " ".join(rows[place + 1:])
            for line in result.rows:
                # `gap = 20.8%` as the answer to CALC, `gap 20.8%` as the words of WHY.
                value = re.match(r"\S+ = (.+)", line.text)
                if value and value.group(1) not in promised:
                    raise Stumble("%s gives %s, which WHY %s does not say: %s" % (
                        row.strip(), line.text, figure, whole))

    async def say(self, scene: Scene) -> None:
        """Says one line for each of its speakers, and holds the answer against the play."""
        for speaker in scene.speakers:
            line = self.named(scene.command)
            verb = line.split()[0]
            self.verbs.add(verb)
            if verb in ("SIGN", "COUNTER"):
                seen = await self.seats[speaker].command("SHOW", line.split()[1])
                line = "@rev=%s %s" % (seen.get("change-rev") or seen["rev"], line)
            place = "line %d of the play, %s: %s" % (scene.number, speaker, line)
            try:
                reply = await self.seats[speaker].do(line)
            except ServerError as error:
                if scene.refusal not in (error.name, error.fields.get("refusal")):
                    raise Stumble("%s: %s" % (place, error)) from None
                self._tell(speaker, line, str(error))
                self._note(scene, error.sentence)
                continue
            if scene.refusal:
                raise Stumble("%s was not refused with %s" % (place, scene.refusal))
            self._tell(speaker, line, str(reply))
            self._check(place, scene, reply)
            if scene.label:
                self.deals[scene.label] = str(reply["deal"])

    def _check(self, place: str, scene: Scene, reply: Reply) -> None:
        for words in map(self.named, scene.wanted):
            if words not in str(reply):
                raise Stumble("%s does not say \"%s\": %s" % (place, words, reply))
        self._note(scene, reply.text)

    def _note(self, scene: Scene, words: str) -> None:
        if scene.shown:
            self.shown[scene.shown] = words

    def _tell(self, speaker: str, line: str, answer: str) -> None:
        if self.loud:
            print("%s: %s\n  %s" % (speaker, line, answer.replace("\n", "\n  ")))


def figure_names(help_page: Reply) -> Iterator[str]:
    """Every figure with every object, from what HELP WHY lists."""
    words = {str(row["place"]): str(row["words"]).split(",") for row in help_page.where("place")}
    for row in help_page.where("figure"):
        places = [place for place in str(row["places"]).split(",") if place]
        for objects in itertools.product(*(words[place] for place in places)):
            # Of a pair of states only two different ones make a figure.
            if places == ["state", "state"] and len(set(objects)) < 2:
                continue
            yield ":".join([str(row["figure"]), *objects])


def used(history: List[Line], stage: Stage) -> Iterator[str]:
    """What the play left out, in sentences; nothing where it used all there is."""
    in_force: Set[str] = set()
    evidence: Dict[str, str] = dict(stage.shown)
    done: Set[str] = set()
    keywords = keywords_by_deal(history)
    for row in history:
        kind = str(row.get("kind"))
        if kind == "deal.in-force":
            in_force |= keywords.get(str(row["deal"]), set())
        elif kind == "duty.met":
            kept = re.search(r" kept (\w+) of ", row.text)
            if kept:
                evidence[kept.group(1)] = row.text
        elif kind == "order.done":
            done.add(str(row["keyword"]))
        elif kind == "deal.triggered":
            evidence["crisis"] = row.text
        elif kind == "deal.sunset":
            evidence["pilot"] = row.text
        done |= {order for order, its in AT_ONCE.items()
                 if its == kind and (order == "choose" or "(R1)" in row.text)}
    for clause in stage.clauses:
        if clause not in in_force:
            yield "no deal with %s came into force" % clause
        elif clause not in evidence:
            yield "%s was in force, and nothing shows what it does" % clause
    for order in stage.orders:
        if order not in done:
            yield "the order %s was never carried out" % order


def keywords_by_deal(history: List[Line]) -> Dict[str, Set[str]]:
    """The words of every text that was tabled, by deal: its clauses, and the headers gov, term."""
    found: Dict[str, Set[str]] = {}
    for row in history:
        terms = str(row.get("terms", ""))
        for statement in re.split(r"; ?", terms):
            words = [word for word in statement.split() if not re.search("[>+]", word)]
            if words:
                found.setdefault(str(row["deal"]), set()).add(words[0])
    return found


async def main(host: str, port: str, token: str, play: str, *flags: str) -> None:
    stage = Stage(host, int(port), "--loud" in flags)
    await stage.open(token)
    acts = read_play(play)
    for act in acts:
        if await stage.reach(act.turn, act.phase):
            await stage.ask_why(act.turn, whole=False)
        for scene in act.scenes:
            await stage.say(scene)
    await stage.facilitator.command("ADVANCE")
    await stage.ask_why(acts[-1].turn + 1, whole=True)
    history = await stage.facilitator.history()
    if stage.loud:
        for row in history:
            print(row.get("turn"), row.get("kind"), row.text)
    missing = list(used(history, stage))
    if missing:
        raise Stumble("The play leaves something out: %s." % "; ".join(missing))
    kinds = {str(row.get("kind")) for row in history}
    for kind in ("duty.late", "duty.breached", "dispute.opened", "dispute.settled",
                 "change.settled", "accession.settled", "deal.denounced", "offer.refused"):
        if kind not in kinds:
            raise Stumble("Nothing of the kind %s happened." % kind)
    await stage.close()
    print("%d turns of %s: clauses %d/%d, orders %d/%d, %d verbs, "
          "%d figures asked %d times, %d formulas typed again" % (
        acts[-1].turn, EXERCISE, len(stage.clauses), len(stage.clauses), len(stage.orders),
        len(stage.orders), len(stage.verbs), len(stage.figures), stage.asked, stage.formulas))


if __name__ == "__main__":
    try:
        asyncio.run(asyncio.wait_for(main(*sys.argv[1:]), 50))
    except (EntenteError, asyncio.TimeoutError) as error:
        sys.exit(str(error) or "The play did not end in 50 s.")
