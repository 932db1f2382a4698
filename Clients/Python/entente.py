"""Talk to an Entente server from Python: bots, notebooks, teachers' scripts.

Standard library only, Python 3.9 or later; copy this one file wherever you need it. `Client` is for
asyncio, `SyncClient` does the same without it:

    from entente import SyncClient

    with SyncClient("127.0.0.1", 4747) as me:
        me.join("7QK4-M2XD", "Ana")
        print(me.status().text)

Commands count exactly once, whatever happens to the connection, and events come without gaps or
duplicates. This module prints nothing, and no text it hands out can steer a terminal.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import os
import random
import re
import secrets
import ssl
import threading
from dataclasses import dataclass, field
from typing import Any, AsyncIterator, Awaitable, Dict, Iterator, List, Optional, Tuple, Union

__all__ = [
    "Client", "ClosedByServer", "EntenteError", "KeyStore", "Line", "Lost", "Refused", "Reply",
    "RequestError", "ServerError", "SyncClient", "TryLater", "Untrusted", "backoff",
    "format_request", "parse_line", "visible",
]

Value = Union[int, str]

VERSION = 1
CONNECT_SECONDS = 10.0
GOODBYE_SECONDS = 2.0
# A server with the heartbeat capability speaks at least once a minute: 90 s of silence deserve a
# question, and 150 s mean that nobody is there.
ASK_SECONDS, SILENT_SECONDS = 90.0, 150.0
# The longest line of a server: a body of 64 KiB with every byte escaped, and room for fields.
SERVER_LINE_BYTES = 512 * 1024
RECONNECT_SECONDS, RECONNECT_SECONDS_MAX = 0.5, 10.0
RETRY_SECONDS_MAX = 3600.0
# Times that the server may put a request off until its caller hears of it.
PUT_OFF_MAX = 8
UNKNOWN_OUTCOME = 506
PUT_OFF = frozenset({501, 502, 503, UNKNOWN_OUTCOME})
FATAL = frozenset({426, 906, 907})

# Verbs that change nothing and so need no key. A verb that is not known here counts as one that
# changes something: a key too many does no harm.
READING = (
    "STATUS STATE BRIEF PROGRAMMES DEALS SHOW DIFF PREVIEW WHY CALC GLOSSARY RULES HISTORY SCORE "
    "GROUPS HEAD HELP LIST WHO ORDERS TICKETS QUEUE BOARD REPLAY EXPORT VERIFY HELLO AUTH MODE "
    "PING PONG QUIT LEAVE SUB"
).split()


def reads(verb: str) -> bool:
    """Whether `verb`, or what it is short for, only reads."""
    verb = verb.upper()
    if len(verb) < 2 or verb in ("ORDER", "RULE"):
        return False
    return any(name.startswith(verb) for name in READING)


# --- text ---------------------------------------------------------------------------------------

_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    "\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def visible(text: str) -> str:
    """`text` with every character that could steer a terminal as an escape one can read, such as
    `\\u001b`. Line ends stay."""

    def escape(match: "re.Match[str]") -> str:
        units = match.group().encode("utf-16-be", "surrogatepass")
        return "".join(
            "\\u%04x" % int.from_bytes(units[at:at + 2], "big") for at in range(0, len(units), 2)
        )

    return _FORBIDDEN.sub(escape, text)


@dataclass(frozen=True)
class Line:
    """One line of the server. `line["deal"]` is a field; numbers are integers.

    `cls` is the class: HELLO, OK, DATA, ERR, EVENT, NOTE, WARN, PING or PONG. `word` is the verb of
    OK and DATA, the name of ERR, NOTE and WARN, the kind of EVENT. `number` is the code of ERR, the
    sequence number of EVENT and the version of HELLO.
    """

    cls: str
    word: str = ""
    number: int = 0
    fields: Dict[str, Value] = field(default_factory=dict)
    text: str = ""
    id: Optional[str] = None
    #: Whether the answer comes from the record: the same key was done before.
    dup: bool = False

    @property
    def kind(self) -> str:
        """The kind of an event, such as `offer.tabled`."""
        return self.word

    @property
    def v(self) -> int:
        """The number of an event in this seat's own sequence, from 1."""
        return self.number

    def __getitem__(self, name: str) -> Value:
        return self.fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self.fields

    def get(self, name: str, default: Any = None) -> Any:
        """The field `name`, or `default`."""
        return self.fields.get(name, default)

    def __str__(self) -> str:
        return self.text or " ".join([self.word] + ["%s=%s" % pair for pair in self.fields.items()])


_HEADS = {"HELLO": "n", "OK": "w", "DATA": "w", "ERR": "nw", "EVENT": "nw", "NOTE": "w",
          "WARN": "w", "PING": "", "PONG": ""}
_JSON_HEADS = {"HELLO": ("version", None), "OK": (None, "verb"), "DATA": (None, "verb"),
               "ERR": ("code", "name"), "EVENT": ("v", "kind"), "NOTE": (None, "name"),
               "WARN": (None, "name"), "PING": (None, None), "PONG": (None, None)}
_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,18})\Z", re.ASCII)
_WORD = re.compile(r'[!#-9;=>?-Z\\\]-z|}~][!#-~]*\Z', re.ASCII)


def parse_line(line: Union[bytes, str]) -> Line:
    """A line of the server, in text or in JSON mode, with or without its end. Raises ValueError
    when it is none; a client skips classes that it does not know."""
    if isinstance(line, bytes):
        line = line.decode("utf-8")
    line = line.rstrip("\r\n")
    return _parse_json(line) if line.startswith("{") else _parse_text(line)


def _parse_json(line: str) -> Line:
    members = json.loads(line)
    cls = members.get("class")
    if cls not in _JSON_HEADS:
        raise ValueError("This line has no class that is known here.")
    number_key, word_key = _JSON_HEADS[cls]
    reserved = {"class", "id", "dup", "text", number_key, word_key}
    number = members.get(number_key, 0) if number_key else 0
    word = members.get(word_key) if word_key else ""
    if type(number) is not int or not isinstance(word, str):
        raise ValueError("The head of this line is damaged.")
    fields: Dict[str, Value] = {}
    for key, value in members.items():
        if key in reserved:
            continue
        # A field that is called as a part of the head comes with an underscore in front.
        name = key[1:] if key[:1] == "_" and key[1:] in reserved else key
        if isinstance(value, str) or type(value) is int:
            fields[name] = visible(value) if isinstance(value, str) else value
        else:
            fields[name] = json.dumps(value, separators=(",", ":"))
    return Line(cls, visible(word), number, fields, visible(str(members.get("text", ""))),
                members.get("id"), bool(members.get("dup", False)))


def _parse_text(line: str) -> Line:
    head, colon, text = _split_text(line)
    words = _Words(head)
    tags: List[str] = words.next()[1:].split(";") if head.startswith("@") else []
    cls = words.next()
    if cls not in _HEADS:
        raise ValueError("This line has no class that is known here.")
    if cls == "HELLO" and words.next() != "entente":
        raise ValueError("The server does not speak the entente protocol.")
    number, word = 0, ""
    for part in _HEADS[cls]:
        if part == "n":
            number = int(words.next())
        else:
            word = words.next()
            if not word:
                raise ValueError("The line stops too early.")
    fields = dict(words.fields())
    ids = [tag[3:] for tag in tags if tag.startswith("id=")]
    return Line(cls, visible(word), number, fields, visible(text.lstrip(" ") if colon else ""),
                ids[0] if ids else None, "dup" in tags)


def _split_text(line: str) -> Tuple[str, str, str]:
    """Cuts a line at the ` :` that begins its text; one inside a quoted value does not count."""
    quoted = False
    at = 0
    while at < len(line):
        if quoted and line[at] == "\\":
            at += 1
        elif line[at] == '"' and (quoted or line[at - 1:at] == "="):
            quoted = not quoted
        elif not quoted and line.startswith(" :", at):
            return line[:at], ":", line[at + 2:]
        at += 1
    return line, "", ""


class _Words:
    """The words of a text line, from the left."""

    def __init__(self, line: str) -> None:
        self.line, self.at = line, 0

    def next(self) -> str:
        match = re.compile(r" *([^ ]*)").match(self.line, self.at)
        self.at = match.end() if match else len(self.line)
        return match.group(1) if match else ""

    def fields(self) -> Iterator[Tuple[str, Value]]:
        pattern = re.compile(r' *([^ ="]+)=("?)')
        while self.line[self.at:].strip(" "):
            match = pattern.match(self.line, self.at)
            if not match:
                raise ValueError("Here a field was expected: name=value.")
            if match.group(2):
                value, self.at = json.JSONDecoder().raw_decode(self.line, match.end() - 1)
                yield match.group(1), visible(value)
            else:
                self.at = match.end()
                # Not next(): behind the equals sign an empty value ends at once.
                end = (self.line + " ").index(" ", self.at)
                word, self.at = self.line[self.at:end], end
                yield match.group(1), int(word) if _INTEGER.match(word) else visible(word)


def format_request(
    verb: str, *words: str, text: Optional[str] = None, terms: Optional[Dict[str, Any]] = None,
    tags: Optional[Dict[str, Any]] = None, named: Optional[Dict[str, Any]] = None,
    raw: str = "", line_bytes: int = 4096,
) -> str:
    """A request as it goes over the wire, with its line end. A text that has several lines, ends in
    `<<` or does not fit is sent as a body: no text can become a second request. `terms` is a deal
    as JSON, in place of a text; `raw` are words that are spelled already. Raises ValueError for
    what cannot be said."""
    set_tags = ["%s=%s" % (name, value) for name, value in (tags or {}).items()
                if value is not None]
    parts = ["@" + ";".join(set_tags)] if set_tags else []
    parts.append(verb)
    for word in words:
        if not _WORD.match(word):
            raise ValueError("%r cannot be a word of a request; a text goes into text=." % word)
        parts.append(word)
    for name, value in (named or {}).items():
        # with_ and in_ are spelled so because Python has words of its own.
        name = name.rstrip("_").replace("_", "-")
        value = str(value)
        parts.append("%s=%s" % (name, value if _WORD.match(value) else json.dumps(value)))
    line = " ".join(parts + ([raw] if raw else []))
    if re.search("[\r\n]", line):
        raise ValueError("A request is one line; %r is more." % line)
    if terms is not None:
        return line + " " + json.dumps(terms, separators=(",", ":")) + "\n"
    if text is None:
        return line + "\n"
    text = text.replace("\r\n", "\n")
    plain = line + " :" + text
    if "\n" in text or plain.rstrip().endswith("<<") or len(plain.encode()) > line_bytes:
        body = "".join(
            ("." if row.startswith(".") else "") + row + "\n" for row in text.split("\n"))
        return line + " <<\n" + body + ".\n"
    return plain + "\n"


# --- errors -------------------------------------------------------------------------------------


class EntenteError(Exception):
    """Everything that goes wrong here; its text is a sentence for people."""


class Lost(EntenteError):
    """There is no connection, and there will be none: nobody answers, or the client was closed.
    A command that was under way may have taken effect; with a store it is asked for again."""


class Untrusted(EntenteError):
    """The server's certificate is not the one it should be; somebody may be in between."""


class ServerError(EntenteError):
    """The server said no: `number` and `name` are for programs, `fields` and `sentence` tell
    more."""

    def __init__(self, line: Line) -> None:
        super().__init__("%d %s: %s" % (line.number, line.word, line.text))
        self.number: int = line.number
        self.name: str = line.word
        self.fields: Dict[str, Value] = line.fields
        self.sentence: str = line.text

    @staticmethod
    def of(line: Line) -> "ServerError":
        """The error of an ERR line, in the class of its first digit."""
        kinds = {4: RequestError, 5: TryLater, 6: Refused, 9: ClosedByServer}
        return kinds.get(line.number // 100, ServerError)(line)


class RequestError(ServerError):
    """4xx: the request is wrong or not for you; the same again gives the same."""


class TryLater(ServerError):
    """5xx: the same request may work later. Short waits were waited for already."""


class Refused(ServerError):
    """6xx: the rules of the game say no. `refusal` is the name of the rule, where there is one."""

    @property
    def refusal(self) -> str:
        """The name of the rule, or an empty text."""
        return str(self.fields.get("refusal", ""))


class ClosedByServer(ServerError):
    """9xx: the server has ended the connection, and coming back would not help."""


# --- the store ----------------------------------------------------------------------------------


class KeyStore:
    """What survives a crash of your program: the login, the last event that was handled, and the
    commands without an answer, each with its key. One small file, which only its owner can read;
    one file a client. Without a path it remembers while the program runs."""

    def __init__(self, path: Union[str, "os.PathLike[str]", None] = None) -> None:
        self.path = os.fspath(path) if path is not None else None
        self.token: Optional[str] = None
        self.session: Optional[str] = None
        #: The JOIN with a code: code, name, and the key under which it is (or was) asked.
        self.joining: Dict[str, str] = {}
        self.v = 0
        #: The fingerprint of the server's certificate, once one was seen.
        self.certificate: Optional[str] = None
        #: From key to the request, in the order in which they were handed in.
        self.pending: Dict[str, str] = {}
        if self.path and os.path.exists(self.path):
            self._read(self.path)

    def _read(self, path: str) -> None:
        try:
            with open(path, encoding="utf-8") as file:
                kept = json.load(file)
            self.token, self.session = kept["token"], kept["session"]
            self.joining, self.v = dict(kept["joining"]), int(kept["v"])
            self.pending = {str(key): str(line) for key, line in kept["pending"]}
            self.certificate = kept.get("certificate")
        except (ValueError, KeyError, TypeError) as error:
            raise EntenteError(
                "%s is no store of this module; name another file." % path) from error

    def add(self, key: str, request: str) -> None:
        """Keeps a command; when this returns, the disk has it."""
        self.pending[key] = request
        self.save(durably=True)

    def remove(self, key: str) -> None:
        """Forgets a command that has its answer."""
        if self.pending.pop(key, None) is not None:
            self.save()

    def save(self, durably: bool = False) -> None:
        """Writes the file in place of the one before, never half; `durably` waits for the disk."""
        if self.path is None:
            return
        kept = {"token": self.token, "session": self.session, "joining": self.joining, "v": self.v,
                "pending": list(self.pending.items()), "certificate": self.certificate}
        draft = self.path + ".new"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file)
            file.write("\n")
            file.flush()
            if durably:
                os.fsync(file.fileno())
        os.replace(draft, self.path)
        if durably and os.name == "posix":
            folder = os.open(os.path.dirname(self.path) or ".", os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def backoff(attempt: int, chance: float) -> float:
    """Seconds before the try `attempt`, from 1: half a second doubling to ten, a fifth more or less
    by `chance` from 0 to 1, so that a class does not come back all at the same moment."""
    plain = min(RECONNECT_SECONDS_MAX, RECONNECT_SECONDS * 2 ** min(attempt - 1, 16))
    return min(RECONNECT_SECONDS_MAX, plain * (0.8 + 0.4 * chance))


# --- the client ---------------------------------------------------------------------------------


@dataclass
class Reply:
    """The answer to a request. `reply["deal"]` looks into the closing line first, then into the
    rows from the top."""

    end: Line
    rows: List[Line] = field(default_factory=list)
    #: What may turn out badly, or is worth knowing: WARN and NOTE lines.
    warnings: List[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The closing sentence."""
        return self.end.text

    @property
    def dup(self) -> bool:
        """Whether this came from the record: the command had been done before."""
        return self.end.dup

    def get(self, name: str, default: Any = None) -> Any:
        """The field `name` of the closing line or of the first row that has it, or `default`."""
        for line in [self.end] + self.rows:
            if name in line.fields:
                return line.fields[name]
        return default

    def __getitem__(self, name: str) -> Value:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def where(self, name: str, value: Optional[Value] = None) -> List[Line]:
        """The rows that have the field `name`; with `value`, those where it is that."""
        return [row for row in self.rows
                if name in row.fields and value in (None, row.fields[name])]

    @property
    def options(self) -> List[str]:
        """What STATUS offers: lines for `do`."""
        return [str(row["type"]) for row in self.where("type")]

    def __str__(self) -> str:
        return "\n".join(str(line) for line in self.warnings + self.rows + [self.end])


#: Between two events: from here on they are numbered from 1 again.
_ANEW = Line("ANEW")


class _Request:
    """A request without an answer."""

    def __init__(self, wire: str, key: Optional[str] = None, since: int = 0) -> None:
        self.wire, self.key, self.since = wire, key, since
        self.verb = re.sub("^@[^ ]+ ", "", wire).split(None, 1)[0].upper()
        self.id: Optional[str] = None
        self.lines: List[Line] = []
        self.put_off = 0
        self.was_sent = False
        self.answer: "asyncio.Future[Reply]" = asyncio.get_running_loop().create_future()

    def under(self, id: str) -> bytes:
        """The bytes for the wire, under `id`."""
        rest = ";" + self.wire[1:] if self.wire.startswith("@") else " " + self.wire
        return ("@id=" + id + rest).encode()

    def wait(self) -> None:
        """Forgets that it was sent."""
        self.id, self.lines = None, []

    def fail(self, error: Exception) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)
            self.answer.exception()  # Nobody need be waiting: then it is no accident either.


class Client:
    """A client for asyncio. Connects again by itself; `tries` is how often in a row without success
    until it gives up (None: never). `store` is the path of a small file, which lets a program go on
    where it was after a crash of its own. `tls=True` encrypts and knows the server by the
    `fingerprint` of its certificate, as the server prints it (the first 8 groups will do); without
    one it takes the first certificate it sees, which `store` keeps, and then no other. `tls` may be
    an `ssl.SSLContext`, too, which judges by itself.

        async with Client("127.0.0.1", 4747, store="ana.json") as me:
            await me.join("7QK4-M2XD", "Ana")
            async for event in me.events():
                ...

    To cancel a call does not take a command back that was sent.
    """

    def __init__(
        self, host: str = "127.0.0.1", port: int = 4747, *,
        tls: Union[bool, ssl.SSLContext, None] = None, fingerprint: Optional[str] = None,
        store: Union[str, "os.PathLike[str]", None] = None, tries: Optional[int] = None,
    ) -> None:
        self.host, self.port, self.tries = host, port, tries
        self.store = KeyStore(store)
        #: The fingerprint of the certificate that the server showed: compare it with its own.
        self.fingerprint: Optional[str] = None
        self._expected = _digits(fingerprint) if fingerprint is not None else None
        self._pins = tls is True or (fingerprint is not None and not tls)
        self.tls: Optional[ssl.SSLContext] = tls if isinstance(tls, ssl.SSLContext) else None
        if self._pins:
            self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self.tls.minimum_version = ssl.TLSVersion.TLSv1_2
            # The fingerprint decides, and nobody else.
            self.tls.check_hostname = False
            self.tls.verify_mode = ssl.CERT_NONE
        #: The server's greeting, with its limits.
        self.greeting: Optional[Line] = None
        #: The session and the seat this client is in; the facilitator's seat is `facilitator`.
        self.session: Optional[str] = None
        self.seat: Optional[str] = None
        #: NOTE and WARN lines that answer no request: BRANCH, SEAT_CHANGED, DRAINING.
        self.notes: List[Line] = []
        #: How often the connection was lost and made again.
        self.reconnects = 0
        #: How often a request was sent again, with the same key if it had one.
        self.repeats = 0
        #: Answers to commands of an earlier run of the program: pairs of the request and its Reply,
        #: or the ServerError.
        self.recovered: List[Tuple[str, Union[Reply, ServerError]]] = []
        self._token: Optional[str] = None
        self._received = 0
        self._handed = 0
        self._keys = secrets.token_hex(6)
        self._counter = 0
        self._queue: List[_Request] = []
        self._flight: Dict[str, _Request] = {}
        self._writer: Optional[asyncio.StreamWriter] = None
        self._live = self._was_live = self._holding = self._leaving = False
        #: Whether the session has to be entered anew before its events count.
        self._is_between = False
        #: The one session that a member's token opens.
        self._home: Optional[str] = None
        self._over: Optional[BaseException] = None
        self._closing: Optional[Line] = None
        self._heard = 0.0
        self._runner: Optional["asyncio.Task[None]"] = None

    # --- beginning and end

    async def connect(self) -> "Client":
        """Connects for the first time; raises Lost when nobody answers. `async with` calls it."""
        loop = asyncio.get_running_loop()
        self._events: "asyncio.Queue[Optional[Line]]" = asyncio.Queue()
        self._ready: "asyncio.Future[None]" = loop.create_future()
        self._runner = asyncio.ensure_future(self._run())
        await self._ready
        return self

    async def close(self) -> None:
        """Says goodbye. The seat stays yours."""
        self._saw(self._handed)
        self._leaving = True
        if self._live:
            try:
                await asyncio.wait_for(self._step("QUIT\n"), GOODBYE_SECONDS)
            except (EntenteError, OSError, asyncio.TimeoutError):
                pass
        self._end(None)
        if self._runner:
            self._runner.cancel()
            await asyncio.wait({self._runner})

    async def __aenter__(self) -> "Client":
        return await self.connect()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    # --- logging in

    async def auth(self, token: str) -> Reply:
        """Logs in with a token: a member's, or the facilitator's. Then `resume` or `create`."""
        return await self._submit(_Request(format_request("AUTH", named={"token": token})))

    async def join(self, code: str, name: str) -> Reply:
        """Takes the seat of a join code. A store that holds the seat already leads back to it, so a
        script can simply be started again."""
        wanted = {"code": code, "name": name}
        known = self.store.joining
        if self.store.token and {**wanted, "key": known.get("key")} == known:
            return await self.resume()
        if {**wanted, "key": known.get("key")} != known:
            self.store.joining = {**wanted, "key": self._fresh_key()}
            self.store.token = self.store.session = None
            self.store.pending, self.store.v = {}, 0
            self.store.save(durably=True)
        # The key stays in the store's own place: without a session there is nothing to resume.
        request = format_request("JOIN", named=wanted, tags={"key": self.store.joining["key"]})
        return await self._submit(_Request(request))

    async def resume(self, session: Optional[str] = None, since: Optional[int] = None) -> Reply:
        """Goes on in a session after the event `since`; 0 brings all events again. Without
        arguments: where the store was, or this client's own session from its last event."""
        if not self._token and self.store.token:
            await self.auth(self.store.token)
        session = session or self.session or self._home or self.store.session
        if not session:
            raise ValueError("resume() needs the session, such as ex-4K7: nothing is remembered.")
        if since is None:
            since = max(self._received if session == self.session else 0,
                        self.store.v if session == self.store.session else 0)
        request = format_request("JOIN", session, named={"since": since} if since else None)
        return await self._submit(_Request(request, since=since))

    # --- requests

    async def command(
        self, verb: str, *words: str, text: Optional[str] = None, rev: Optional[int] = None,
        turn: Optional[int] = None, key: Optional[str] = None,
        terms: Optional[Dict[str, Any]] = None, named: Optional[Dict[str, Any]] = None,
    ) -> Reply:
        """Any request. One that changes something gets a key, is written to the store, and is asked
        for with the same key until there is an answer. Raises ServerError when it is a no."""
        if key is None and not reads(verb):
            key = self._fresh_key()
        tags = {"key": key, "turn": turn, "rev": rev}
        wire = format_request(
            verb, *words, text=text, terms=terms, tags=tags, named=named,
            line_bytes=self._line_bytes)
        return await self._submit(_Request(wire, key))

    async def do(self, line: str) -> Reply:
        """A request as a person types it: `do("@rev=1 SIGN D-7Q4K")`."""
        tagged = re.match(r"@([^ \n]+) +(.*)", line, re.DOTALL)
        tags: Dict[str, Any] = {"key": None}
        if tagged:
            tags.update(tag.partition("=")[::2] for tag in tagged.group(1).split(";"))
            line = tagged.group(2)
        tags.pop("id", None)
        head, colon, text = _split_text(line)
        if " {" in head:
            head, colon = line, ""  # A deal as JSON: what looks like a text is a part of it.
        verb, _, rest = head.strip().partition(" ")
        if not verb or verb.startswith("@"):
            raise ValueError("A request begins with its tags, if any, and a verb.")
        if rest.endswith("<<"):
            raise ValueError("A text of several lines goes behind the colon here, as it is.")
        if tags["key"] is None and not reads(verb):
            tags["key"] = self._fresh_key()
        wire = format_request(
            verb, raw=rest.strip(), text=text.lstrip(" ") if colon else None, tags=tags,
            line_bytes=self._line_bytes)
        return await self._submit(_Request(wire, tags["key"]))

    async def status(self) -> Reply:
        """Turn, phase, deadline, your standing; `.options` are lines for `do`."""
        return await self.command("STATUS")

    async def state(self, name: str = "me") -> Reply:
        """The figures of a state; `me` is your own."""
        # The facilitator has no state of his own: STATE alone then means all.
        return await self.command("STATE", *([] if name == "me" else [name]))

    async def preview(self, deal: str, terms: Optional[str] = None) -> Reply:
        """What an offer would do for you; with `terms`, what a draft to these states would do. Rows
        with `nat` tell the change of each state's score, rows with `refusal` what stands against
        it."""
        return await self.command("PREVIEW", deal, text=terms)

    async def propose(self, to: str, terms: Union[str, Dict[str, Any]]) -> Reply:
        """Tables an offer: `propose("aster,cael", "exercise intensity=2")`. Terms are a text or the
        deal's JSON. The reply has `deal` and `rev`."""
        if isinstance(terms, str):
            return await self.command("PROPOSE", to, text=terms)
        return await self.command("PROPOSE", to, terms=terms)

    async def counter(self, deal: str, terms: str, rev: Optional[int] = None) -> Reply:
        """Answers an offer with a text of your own, or asks to amend a deal; `rev` is the revision
        you answer."""
        return await self.command("COUNTER", deal, text=terms, rev=rev)

    async def sign(self, deal: str, rev: int) -> Reply:
        """Signs the revision you saw."""
        return await self.command("SIGN", deal, rev=rev)

    async def ratify(self, deal: str) -> Reply:
        """Gives a signed deal, or a change of one, your state's word."""
        return await self.command("RATIFY", deal)

    async def reserve(self, deal: str, clause: str) -> Reply:
        """Instead of ratifying: asks that a clause does not bind your state."""
        return await self.command("RESERVE", deal, clause)

    async def denounce(self, deal: str, now: bool = False) -> Reply:
        """Leaves a deal after its notice, or at once for twice the penalty."""
        return await self.command("DENOUNCE", deal, *(["now"] if now else []))

    async def accede(self, deal: str, annex: Optional[str] = None) -> Reply:
        """Joins a concluded deal of others, or one annex of it."""
        return await self.command("ACCEDE", deal, named={"annex": annex} if annex else None)

    async def reject(self, deal: str, why: str = "") -> Reply:
        """Says no to an offer, or to a change of a deal."""
        return await self.command("REJECT", deal, text=why or None)

    async def order(self, keyword: str, /, **parameters: Union[int, str]) -> Reply:
        """What your state does alone: `order("fund-rd", domain="sen", money="7m")`. A hyphen is
        written `_`, and a word of Python gets one behind: `with_="cael"`."""
        return await self.command("ORDER", keyword, named=parameters)

    async def say(self, to: str, text: str, issue: Optional[str] = None) -> Reply:
        """A message to states, a seat, `team`, `facilitator` or `all`. `text` may have lines."""
        return await self.command("SAY", to, *(["#" + issue] if issue else []), text=text)

    async def ready(self) -> Reply:
        """You are done with this phase."""
        return await self.command("READY")

    async def history(self, after: int = 0) -> List[Line]:
        """All you saw after the event `after`: rows with `v`, `turn` and `kind`."""
        rows: List[Line] = []
        while True:
            reply = await self.command("HISTORY", named={"after": after, "limit": 500})
            rows += reply.rows
            # An event without a line of its own takes up a number, too.
            after += 500
            if after >= int(reply.end["v"]):
                return rows

    async def create(self, exercise: str, **settings: Union[int, str]) -> Reply:
        """For facilitators: makes a session and enters it. The reply has `session`."""
        return await self.command("CREATE", exercise, named=settings)

    async def code(self, seat: str, **settings: int) -> str:
        """For facilitators: a join code for a seat; `uses=` and `ttl=` (seconds) limit it."""
        return str((await self.command("CODE", seat, named=settings))["code"])

    async def start(self, bots: bool = True) -> Reply:
        """For facilitators: begins the game."""
        return await self.command("START", named=None if bots else {"bots": "no"})

    # --- events

    def events(self, *kinds: str) -> AsyncIterator[Line]:
        """Events from now on, each once, whatever happens to the connection; ends with `close`,
        raises when the server is lost for good. With `kinds` only those: `offer.tabled`, or `offer`
        for all of them. An event counts as handled when the next one is asked for. Several loops
        share the events among them."""
        return _Events(self, kinds)

    async def _next_event(self, kinds: Tuple[str, ...]) -> Optional[Line]:
        while True:
            event = await self._any_event()
            if event is None or not kinds or any(
                    event.kind == kind or event.kind.startswith(kind + ".") for kind in kinds):
                return event

    async def _any_event(self) -> Optional[Line]:
        self._saw(self._handed)
        event = await self._events.get()
        while event is _ANEW:
            self._handed = self.store.v = 0
            event = await self._events.get()
        if event is None:
            self._events.put_nowait(None)
            if isinstance(self._over, EntenteError) and not self._leaving:
                raise self._over
            return None
        self._handed = event.v
        return event

    def _saw(self, v: int) -> None:
        if v > self.store.v and self.session == self.store.session:
            self.store.v = v
            self.store.save()

    # --- the machinery: requests

    @property
    def _line_bytes(self) -> int:
        # The id is put in front when the request is sent.
        return (int(self.greeting.get("line", 4096)) if self.greeting else 4096) - 24

    def _fresh_key(self) -> str:
        self._counter += 1
        return "%s-%04d" % (self._keys, self._counter)

    async def _submit(self, request: _Request) -> Reply:
        if self._over or not self._runner:
            raise self._over or Lost("This client is not connected: call connect() first.")
        if request.key:
            # On the disk before it is on the wire; some milliseconds, for which the loop waits.
            self.store.add(request.key, request.wire)
        self._queue.append(request)
        self._send_waiting()
        # The request outlives its caller: once sent, only the server can say what became of it.
        return await asyncio.shield(request.answer)

    async def _step(self, wire: str) -> Reply:
        """A request of the client's own, bound to this connection."""
        request = _Request(wire)
        self._write(request)
        return await request.answer

    def _write(self, request: _Request) -> None:
        self._counter += 1
        request.id = str(self._counter)
        self.repeats += request.was_sent
        request.was_sent = True
        self._flight[request.id] = request
        if self._writer:
            self._writer.write(request.under(request.id))

    def _send_waiting(self) -> None:
        if not self._live or self._holding:
            return
        most = int(self.greeting.get("inflight", 64)) if self.greeting else 64
        for request in self._queue:
            if len(self._flight) >= most:
                return
            if request.id is None:
                self._write(request)

    def _release(self) -> None:
        self._holding = False
        self._send_waiting()

    # --- the machinery: the connection

    async def _run(self) -> None:
        attempt = 0
        try:
            while not self._over:
                reason = "the server closed the connection"
                self._closing = None
                try:
                    await self._converse()
                except (OSError, asyncio.TimeoutError, ValueError, _Cut) as error:
                    reason = str(error) or "no answer"
                attempt = 1 if self._was_live else attempt + 1
                self._forget_connection()
                if self._over or self._leaving:
                    return
                last = self._closing
                if last and (last.number in FATAL or not self._ready.done()):
                    return self._end(ServerError.of(last))
                if last and last.number == 900:
                    return self._end(Lost("The client said goodbye."))
                if not self._ready.done() or (self.tries and attempt > self.tries):
                    return self._end(Lost(
                        "Nobody answers at %s:%d (%s). Is the server running, and is that its "
                        "address?" % (self.host, self.port, visible(reason))))
                await asyncio.sleep(_wait(last, attempt))
        except EntenteError as error:
            self._end(error)
        finally:
            self._forget_connection()

    def _forget_connection(self) -> None:
        if self._writer:
            self._writer.close()
        self._writer, self._live, self._was_live = None, False, False
        flight, self._flight = self._flight, {}
        waiting = set(map(id, self._queue))
        for request in flight.values():
            request.wait()
            if id(request) not in waiting:
                request.fail(_Cut("the connection was lost"))

    async def _converse(self) -> None:
        """One connection, from the greeting to its end."""
        self._was_live = False
        reader, self._writer = await asyncio.wait_for(
            asyncio.open_connection(
                self.host, self.port, ssl=self.tls, limit=2 * SERVER_LINE_BYTES),
            CONNECT_SECONDS)
        self._judge(self._writer)
        hello = parse_line(await asyncio.wait_for(reader.readline(), CONNECT_SECONDS))
        if hello.cls == "ERR":
            self._closing = hello
            return
        if hello.cls != "HELLO" or hello.number != VERSION:
            raise EntenteError("The server does not speak version %d of this protocol." % VERSION)
        self.greeting = hello
        self._heard = asyncio.get_running_loop().time()
        tasks = [asyncio.ensure_future(part)
                 for part in (self._read(reader), self._enter(), self._watch())]
        reading, entering, watching = tasks
        try:
            await asyncio.wait({reading, entering}, return_when=asyncio.FIRST_COMPLETED)
            if entering.done():
                entering.result()
                await asyncio.wait({reading, watching}, return_when=asyncio.FIRST_COMPLETED)
            for task in (reading, watching):
                if task.done():
                    task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _judge(self, writer: asyncio.StreamWriter) -> None:
        """Looks at the certificate before anything is said; raises Untrusted."""
        shown = writer.get_extra_info("ssl_object")
        bytes = shown.getpeercert(binary_form=True) if shown else None
        if bytes is None:
            return
        whole = hashlib.sha256(bytes).hexdigest().upper()
        self.fingerprint = "-".join(whole[at:at + 4] for at in range(0, 64, 4))
        if not self._pins:
            return
        expected = self._expected or (self.store.certificate and _digits(self.store.certificate))
        if expected and not hmac.compare_digest(whole[:len(expected)], expected):
            raise Untrusted(
                "The server at %s:%d shows another certificate than it should: %s. Ask whoever "
                "runs it to read theirs aloud." % (self.host, self.port, self.fingerprint[:39]))
        if self.store.certificate != self.fingerprint:
            self.store.certificate = self.fingerprint
            self.store.save(durably=True)

    async def _enter(self) -> None:
        """From the greeting to where this client was."""
        try:
            await self._step("HELLO 1 heartbeat\n")
            await self._step("MODE json\n")
            if self._token:
                await self._step(format_request("AUTH", named={"token": self._token}))
            if self._token and self.session:
                await self._resume(self.session)
        except TryLater as error:
            # Counted as a connection that was closed: the wait is the one the server asks for.
            self._closing = Line("ERR", error.name, error.number, error.fields, error.sentence)
            raise _Cut(error.sentence) from error
        if self._ready.done():
            self.reconnects += 1
        else:
            self._ready.set_result(None)
        self._live = self._was_live = True
        self._release()

    async def _resume(self, session: str) -> None:
        since = self._received
        try:
            await self._step(
                format_request("JOIN", session, named={"since": since} if since else None))
        except RequestError as error:
            if error.number != 405 or not since:
                raise
            # The server's record is shorter than what was seen, say from a backup: begin anew.
            self._begin_anew()
        if self._is_between:
            await self._step(format_request("JOIN", session))

    def _begin_anew(self) -> None:
        """Forgets which events were seen; none counts until the session is entered again, and then
        all of them come, from the first."""
        self._received = 0
        self._is_between = True
        self._events.put_nowait(_ANEW)

    async def _watch(self) -> None:
        """Ends the connection when nothing is heard for too long."""
        loop = asyncio.get_running_loop()
        asked = False
        while True:
            await asyncio.sleep(5)
            silent = loop.time() - self._heard
            if silent > SILENT_SECONDS:
                raise _Cut("the server is silent")
            if silent > ASK_SECONDS and not asked:
                self._write(_Request("PING\n"))
            asked = silent > ASK_SECONDS

    async def _read(self, reader: asyncio.StreamReader) -> None:
        loop = asyncio.get_running_loop()
        while True:
            raw = await reader.readline()
            if not raw.endswith(b"\n"):
                return
            self._heard = loop.time()
            try:
                line = parse_line(raw)
            except ValueError:
                continue  # A class younger than this module.
            self._take(line)

    def _take(self, line: Line) -> None:
        if line.cls == "EVENT":
            # After a resume the server may say again what is known.
            if line.v > self._received and not self._is_between:
                self._received = line.v
                self._events.put_nowait(line)
        elif line.cls == "PING":
            self._write(_Request("PONG\n"))
        elif line.cls == "ERR" and line.number >= 900:
            self._closing = line
        elif line.id is None and line.cls in ("NOTE", "WARN"):
            self.notes.append(line)
            if line.word == "SEAT_CHANGED" and self.session:
                self._move(str(line.get("seat", self.seat)))
        elif line.id is None and line.cls in ("OK", "ERR") and self._flight:
            # Without an id it answers the oldest request: answers keep their order.
            self._answer(next(iter(self._flight.values())), line)
        elif line.id in self._flight:
            self._answer(self._flight[line.id], line)

    def _answer(self, request: _Request, line: Line) -> None:
        if line.cls not in ("OK", "ERR"):
            request.lines.append(line)
            return
        self._flight.pop(request.id or "", None)
        is_queued = any(one is request for one in self._queue)
        if line.cls == "OK" and request.verb == "JOIN" and not is_queued:
            self._entered(str(line.get("seat", self.seat)))
        if is_queued and line.cls == "ERR" and line.number in PUT_OFF:
            # An unknown outcome is a lost reply by another name: it is asked for until known.
            if line.number == UNKNOWN_OUTCOME or request.put_off < PUT_OFF_MAX:
                request.wait()
                request.put_off += 1
                self._holding = True
                asyncio.get_running_loop().call_later(
                    _wait(line, request.put_off), self._release)
                return
        if is_queued:
            self._queue.remove(request)
            if line.cls == "OK":
                self._adopt(request, line)
        if request.key:
            self.store.remove(request.key)
        if line.cls == "ERR":
            request.fail(ServerError.of(line))
        elif not request.answer.done():
            request.answer.set_result(Reply(
                line, [row for row in request.lines if row.cls == "DATA"],
                [row for row in request.lines if row.cls != "DATA"]))
        self._send_waiting()

    def _adopt(self, request: _Request, line: Line) -> None:
        """Learns from a reply where this client stands now."""
        if request.verb == "AUTH":
            token = re.search("token=([^ \n]+)", request.wire)
            self._token = token.group(1) if token else None
            self.seat = str(line.get("seat", "facilitator"))
            if line.get("role") != "facilitator":
                # A facilitator's token opens everything: it is not left lying in a file.
                self._home = line.get("session")
                self.store.token = self._token
        elif request.verb in ("JOIN", "CREATE"):
            self.session = str(line["session"])
            self.seat = str(line.get("seat", "facilitator"))
            if "token" in line:
                self._token = self.store.token = str(line["token"])
            self._settle(request.since)
        elif request.verb == "FORK":
            # Whoever makes a branch is in it; its own first event is the one the reply names.
            self.session = str(line["session"])
            self._settle(int(line["v"]) - 1)
        elif request.verb == "LEAVE":
            self.session = None

    def _entered(self, seat: str) -> None:
        """The session is entered again. In another seat than before, the events have numbers of
        their own, and the first of them is 1."""
        self._is_between = False
        if seat != self.seat:
            self.seat = seat
            self._begin_anew()

    def _move(self, seat: str) -> None:
        """The facilitator has given this person another seat. What is asked meanwhile waits until
        the session is entered there."""
        self.seat = seat
        self._begin_anew()
        self._holding = True
        entering = _Request(format_request("JOIN", self.session or ""))
        entering.answer.add_done_callback(lambda _: self._release())
        self._write(entering)

    def _settle(self, since: int) -> None:
        """From here on the events of this session after `since` come."""
        self._received = self._handed = since
        self._is_between = False
        now = {request.key for request in self._queue}
        left = self.store.pending
        if self.store.session != self.session:
            left = {key: wire for key, wire in left.items() if key in now}
        self.store.session, self.store.v, self.store.pending = self.session, since, left
        self.store.save(durably=True)
        # What an earlier run did not hear the answer to goes first, in its order.
        earlier = [_Request(wire, key) for key, wire in left.items() if key not in now]
        for old in earlier:
            old.answer.add_done_callback(lambda done, wire=old.wire: self._recover(wire, done))
        self._queue[:0] = earlier

    def _recover(self, wire: str, done: "asyncio.Future[Reply]") -> None:
        error = done.exception()
        if isinstance(error, ServerError):
            self.recovered.append((wire, error))
        elif error is None:
            self.recovered.append((wire, done.result()))

    def _end(self, error: Optional[EntenteError]) -> None:
        if self._over:
            return
        self._over = error or Lost("This client was closed.")
        for request in self._queue:
            request.fail(self._over)
        self._queue = []
        if not self._ready.done():
            self._ready.set_exception(self._over)
            self._ready.exception()  # Whoever waits for it hears it; nobody need.
        self._events.put_nowait(None)


class _Cut(EntenteError):
    """The connection is gone; another one may be made."""


class _Events:
    """The iterator behind `Client.events`."""

    def __init__(self, client: Client, kinds: Tuple[str, ...]) -> None:
        self.client, self.kinds = client, kinds

    def __aiter__(self) -> "_Events":
        return self

    async def __anext__(self) -> Line:
        event = await self.client._next_event(self.kinds)
        if event is None:
            raise StopAsyncIteration
        return event


def _digits(fingerprint: str) -> str:
    """The digits of a fingerprint as people write it; ValueError when it is too short or none."""
    digits = re.sub("[-: ]", "", fingerprint).upper()
    if not re.fullmatch("[0-9A-F]{32,64}", digits):
        raise ValueError("A fingerprint has 8 to 16 groups of four digits, not %r." % fingerprint)
    return digits


def _wait(line: Optional[Line], attempt: int) -> float:
    """Seconds to wait: what the server asks for, else what the backoff says."""
    retry = line.get("retry") if line else None
    if isinstance(retry, int) and retry >= 0:
        return min(float(retry), RETRY_SECONDS_MAX)
    return backoff(attempt, random.random())


# --- without asyncio ----------------------------------------------------------------------------


class SyncClient:
    """`Client` for plain scripts: the same methods without `await`. A call that has no answer after
    `timeout` seconds raises TimeoutError; the command itself stays under way. Everything else is as
    with `Client`."""

    def __init__(
        self, host: str = "127.0.0.1", port: int = 4747, *,
        tls: Union[bool, ssl.SSLContext, None] = None, fingerprint: Optional[str] = None,
        store: Union[str, "os.PathLike[str]", None] = None, tries: Optional[int] = None,
        timeout: float = 60.0,
    ) -> None:
        self.timeout = timeout
        #: The asyncio client that does the work; its attributes may be read.
        self.client = Client(
            host, port, tls=tls, fingerprint=fingerprint, store=store, tries=tries)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def connect(self) -> "SyncClient":
        """Connects for the first time; raises Lost when nobody answers. `with` calls it."""
        self._thread.start()
        try:
            self._call(self.client.connect())
        except BaseException:
            self._stop()
            raise
        return self

    def close(self) -> None:
        """Says goodbye. The seat stays yours."""
        if self._thread.is_alive():
            self._call(self.client.close())
            self._stop()

    def _stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def __enter__(self) -> "SyncClient":
        return self.connect()

    def __exit__(self, *_: object) -> None:
        self.close()

    def _call(self, call: Awaitable[Any], timeout: Optional[float] = None) -> Any:
        async def bounded() -> Any:
            return await asyncio.wait_for(call, timeout or self.timeout)

        if not self._thread.is_alive():
            if asyncio.iscoroutine(call):
                call.close()
            raise Lost("This client is not connected: call connect() first.")
        try:
            return asyncio.run_coroutine_threadsafe(bounded(), self._loop).result()
        except asyncio.TimeoutError:
            raise TimeoutError("No answer yet; the request stays under way.") from None

    @property
    def session(self) -> Optional[str]:
        """The session this client is in."""
        return self.client.session

    @property
    def seat(self) -> Optional[str]:
        """The seat this client has, such as `borea.head`."""
        return self.client.seat

    def auth(self, token: str) -> Reply:
        """See `Client.auth`."""
        return self._call(self.client.auth(token))

    def join(self, code: str, name: str) -> Reply:
        """See `Client.join`."""
        return self._call(self.client.join(code, name))

    def resume(self, session: Optional[str] = None, since: Optional[int] = None) -> Reply:
        """See `Client.resume`."""
        return self._call(self.client.resume(session, since))

    def command(self, verb: str, *words: str, **options: Any) -> Reply:
        """See `Client.command`."""
        return self._call(self.client.command(verb, *words, **options))

    def do(self, line: str) -> Reply:
        """See `Client.do`."""
        return self._call(self.client.do(line))

    def status(self) -> Reply:
        """See `Client.status`."""
        return self._call(self.client.status())

    def state(self, name: str = "me") -> Reply:
        """See `Client.state`."""
        return self._call(self.client.state(name))

    def preview(self, deal: str, terms: Optional[str] = None) -> Reply:
        """See `Client.preview`."""
        return self._call(self.client.preview(deal, terms))

    def propose(self, to: str, terms: Union[str, Dict[str, Any]]) -> Reply:
        """See `Client.propose`."""
        return self._call(self.client.propose(to, terms))

    def counter(self, deal: str, terms: str, rev: Optional[int] = None) -> Reply:
        """See `Client.counter`."""
        return self._call(self.client.counter(deal, terms, rev))

    def sign(self, deal: str, rev: int) -> Reply:
        """See `Client.sign`."""
        return self._call(self.client.sign(deal, rev))

    def ratify(self, deal: str) -> Reply:
        """See `Client.ratify`."""
        return self._call(self.client.ratify(deal))

    def reject(self, deal: str, why: str = "") -> Reply:
        """See `Client.reject`."""
        return self._call(self.client.reject(deal, why))

    def order(self, keyword: str, /, **parameters: Union[int, str]) -> Reply:
        """See `Client.order`."""
        return self._call(self.client.order(keyword, **parameters))

    def say(self, to: str, text: str, issue: Optional[str] = None) -> Reply:
        """See `Client.say`."""
        return self._call(self.client.say(to, text, issue))

    def ready(self) -> Reply:
        """See `Client.ready`."""
        return self._call(self.client.ready())

    def history(self, after: int = 0) -> List[Line]:
        """See `Client.history`."""
        return self._call(self.client.history(after))

    def create(self, exercise: str, **settings: Union[int, str]) -> Reply:
        """See `Client.create`."""
        return self._call(self.client.create(exercise, **settings))

    def code(self, seat: str, **settings: int) -> str:
        """See `Client.code`."""
        return self._call(self.client.code(seat, **settings))

    def start(self, bots: bool = True) -> Reply:
        """See `Client.start`."""
        return self._call(self.client.start(bots))

    def events(self, *kinds: str, timeout: Optional[float] = None) -> Iterator[Line]:
        """As `Client.events`; with `timeout` it ends when nothing came for so many seconds."""
        while True:
            try:
                # A year is as good as for ever, and Ctrl-C ends it.
                event = self._call(self.client._next_event(kinds), timeout or 366 * 86400.0)
            except TimeoutError:
                return
            if event is None:
                return
            yield event
