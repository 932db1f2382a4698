"""Tests of entente.py that need no network: python3 -m unittest discover -s Clients/Python"""

import asyncio
import os
import ssl
import stat
import tempfile
import unittest

import entente
from entente import KeyStore, Line, Reply, ServerError, format_request, parse_line


class ParseLineTests(unittest.TestCase):
    def test_reads_the_greeting(self):
        line = parse_line(b"HELLO entente 1 server=0.1.0 tls=0 line=4096 :Type HELP. Soon.\r\n")
        self.assertEqual((line.cls, line.number), ("HELLO", 1))
        self.assertEqual(line.fields, {"server": "0.1.0", "tls": 0, "line": 4096})
        self.assertEqual(line.text, "Type HELP. Soon.")

    def test_reads_tags_quotes_and_a_colon_inside_a_value(self):
        line = parse_line(r'@id=7;dup OK JOIN name="a :b \"c\"" v=3 code=007 none= seat=borea.head')
        self.assertEqual((line.id, line.dup, line.word), ("7", True, "JOIN"))
        self.assertEqual(
            line.fields,
            {"name": 'a :b "c"', "v": 3, "code": "007", "none": "", "seat": "borea.head"})
        self.assertEqual(line.text, "")

    def test_quoted_numbers_stay_texts(self):
        self.assertEqual(parse_line('OK STATE a="7" b=7 c=-7 d=-0').fields,
                         {"a": "7", "b": 7, "c": -7, "d": "-0"})

    def test_text_and_json_mode_say_the_same(self):
        pairs = [
            ("EVENT 12 offer.tabled deal=D-2Q2E rev=1 :borea offers",
             '{"class":"EVENT","v":12,"kind":"offer.tabled","deal":"D-2Q2E","rev":1,'
             '"text":"borea offers"}'),
            ("@id=5 ERR 600 RULE refusal=no-money need=3 :Too dear.",
             '{"class":"ERR","id":"5","code":600,"name":"RULE","refusal":"no-money","need":3,'
             '"text":"Too dear."}'),
            ("@id=5;dup DATA HELP verb=PROPOSE", '{"class":"DATA","id":"5","dup":true,'
             '"verb":"HELP","_verb":"PROPOSE"}'),
            ("NOTE DRAINING :Soon.", '{"class":"NOTE","name":"DRAINING","text":"Soon."}'),
            ("PING", '{"class":"PING"}'),
        ]
        for text, json in pairs:
            with self.subTest(text):
                self.assertEqual(parse_line(text), parse_line(json))

    def test_an_event_names_its_kind_and_number(self):
        event = parse_line('{"class":"EVENT","v":4,"kind":"turn.started","turn":2}')
        self.assertEqual((event.kind, event.v, event["turn"]), ("turn.started", 4, 2))
        self.assertIn("turn", event)
        self.assertEqual(event.get("none", 9), 9)

    def test_what_is_no_line_is_refused(self):
        for bad in (b"", b"HTTP/1.1 400 Bad Request", b"HELLO smtp 1", b"ERR x NAME", b"OK",
                    b"OK STATUS nonsense", b"EVENT", b"\xff\xfe", b"{", b'{"class":"NEW"}',
                    b'{"class":"ERR","code":"600","name":"RULE"}', b'OK A b="x'):
            with self.subTest(bad), self.assertRaises(ValueError):
                parse_line(bad)

    def test_no_text_can_steer_a_terminal(self):
        for mode in (r'{"class":"DATA","verb":"A","f":"\u001b[2J","text":"\u009b1m\u202e\ufeff"}',
                     'DATA A f="\\u001b[2J" :\x9b1m\u202e\ufeff'):
            line = parse_line(mode)
            self.assertEqual(line["f"], "\\u001b[2J")
            self.assertEqual(line.text, "\\u009b1m\\u202e\\ufeff")
        self.assertEqual(entente.visible("a\tb\r\U000e0041\udc80"),
                         "a\\u0009b\\u000d\\udb40\\udc41\\udc80")
        self.assertEqual(entente.visible("Zoë 東\nb"), "Zoë 東\nb")
        error = ServerError.of(Line("ERR", "RULE", 600, {}, entente.visible("\x1b[31m")))
        self.assertNotIn("\x1b", str(error))


class FormatRequestTests(unittest.TestCase):
    def test_tags_words_and_named_values(self):
        self.assertEqual(
            format_request("SIGN", "D-7Q4K", tags={"key": "a-1", "turn": None, "rev": 3}),
            "@key=a-1;rev=3 SIGN D-7Q4K\n")
        self.assertEqual(
            format_request("ORDER", "exercise", named={"with_": "cael", "first_turn": 2}),
            "ORDER exercise with=cael first-turn=2\n")
        self.assertEqual(
            format_request("JOIN", named={"name": 'Zoë "Z"', "code": "7QK4-M2XD"}),
            'JOIN name="Zo\\u00eb \\"Z\\"" code=7QK4-M2XD\n')

    def test_a_text_can_never_become_a_second_request(self):
        cases = {
            "plain": "SAY all :plain\n",
            "two\nlines": "SAY all <<\ntwo\nlines\n.\n",
            "a\r\n.\nCLOSE": "SAY all <<\na\n..\nCLOSE\n.\n",
            "ends in <<": "SAY all <<\nends in <<\n.\n",
        }
        for text, wire in cases.items():
            with self.subTest(text):
                self.assertEqual(format_request("SAY", "all", text=text), wire)
        self.assertIn(" <<\n", format_request("SAY", "all", text="x" * 5000))
        for word in ("a b", "a\nCLOSE", "", '"', ":x", "{", "é"):
            with self.subTest(word), self.assertRaises(ValueError):
                format_request("SAY", word)
        with self.assertRaises(ValueError):
            format_request("SAY\nCLOSE")

    def test_values_are_quoted_where_they_must(self):
        self.assertEqual(format_request("A", named={"b": "x\ny"}), 'A b="x\\ny"\n')
        self.assertEqual(format_request("A", named={"b": ""}), 'A b=""\n')
        self.assertEqual(format_request("A", named={"b": ">1"}), "A b=>1\n")

    def test_reading_verbs_take_no_key(self):
        for verb, reads in {"STATUS": True, "st": True, "ORDERS": True, "ORDER": False,
                            "RULES": True, "RULE": False, "SAY": False, "S": False}.items():
            with self.subTest(verb):
                self.assertEqual(entente.reads(verb), reads)


class _Shown:
    """A connection with a certificate."""

    def __init__(self, certificate):
        self.certificate = certificate

    def get_extra_info(self, name):
        return self if name == "ssl_object" else None

    def getpeercert(self, binary_form):
        return self.certificate


class CertificateTests(unittest.TestCase):
    def test_the_first_certificate_is_kept_and_another_refused(self):
        client = entente.Client(tls=True)
        client._judge(_Shown(b"first"))
        first = client.fingerprint
        client._judge(_Shown(b"first"))
        self.assertEqual(client.store.certificate, first)
        with self.assertRaises(entente.Untrusted):
            client._judge(_Shown(b"another"))

    def test_a_fingerprint_that_was_told_decides_from_the_beginning(self):
        right = entente.Client(tls=True)
        right._judge(_Shown(b"mine"))
        for told in (right.fingerprint, right.fingerprint[:39].lower().replace("-", ":")):
            entente.Client(fingerprint=told)._judge(_Shown(b"mine"))
            with self.assertRaises(entente.Untrusted):
                entente.Client(fingerprint=told)._judge(_Shown(b"theirs"))

    def test_half_a_fingerprint_is_none(self):
        for told in ("", "3F9A-12BC", "x" * 64, "A" * 31, "A" * 65):
            with self.subTest(told), self.assertRaises(ValueError):
                entente.Client(fingerprint=told)


class ErrorTests(unittest.TestCase):
    def test_the_first_digit_says_what_to_do(self):
        kinds = {404: entente.RequestError, 504: entente.TryLater, 600: entente.Refused,
                 907: entente.ClosedByServer}
        for number, kind in kinds.items():
            error = ServerError.of(parse_line("ERR %d NAME refusal=why need=3 :No." % number))
            self.assertIs(type(error), kind)
            self.assertEqual((error.number, error.name, error.sentence), (number, "NAME", "No."))
            self.assertEqual(error.fields, {"refusal": "why", "need": 3})
            self.assertEqual(str(error), "%d NAME: No." % number)

    def test_a_reply_is_looked_into_from_its_end(self):
        reply = Reply(parse_line("OK STATE turn=2"),
                      [parse_line("DATA STATE gap=1214"), parse_line("DATA STATE with=cael gap=3"),
                       parse_line('DATA STATE type="READY" :End it: READY')])
        self.assertEqual((reply["turn"], reply["gap"], reply.get("no")), (2, 1214, None))
        self.assertEqual([row["gap"] for row in reply.where("with", "cael")], [3])
        self.assertEqual(reply.options, ["READY"])
        with self.assertRaises(KeyError):
            reply["no"]

    def test_waits_double_to_an_end(self):
        self.assertEqual([entente.backoff(n, 0.5) for n in (1, 2, 3, 6, 99)], [.5, 1, 2, 10, 10])
        self.assertAlmostEqual(entente.backoff(1, 0), 0.4)
        self.assertAlmostEqual(entente.backoff(1, 1), 0.6)
        self.assertEqual(entente.backoff(9, 1), 10)


class KeyStoreTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "keys.json")

    def test_keeps_commands_in_their_order_until_they_are_answered(self):
        store = KeyStore(self.path)
        store.token, store.session, store.v = "t", "ex-1", 7
        store.add("k-2", "@key=k-2 SAY all <<\na\n.\n")
        store.add("k-1", "@key=k-1 READY\n")
        again = KeyStore(self.path)
        self.assertEqual(list(again.pending), ["k-2", "k-1"])
        self.assertEqual(again.pending["k-2"], "@key=k-2 SAY all <<\na\n.\n")
        self.assertEqual((again.token, again.session, again.v), ("t", "ex-1", 7))
        again.remove("k-2")
        again.remove("unknown")
        self.assertEqual(list(KeyStore(self.path).pending), ["k-1"])

    @unittest.skipUnless(os.name == "posix", "permissions are POSIX")
    def test_only_its_owner_reads_it(self):
        KeyStore(self.path).add("k", "@key=k READY\n")
        self.assertEqual(stat.S_IMODE(os.stat(self.path).st_mode), 0o600)

    def test_a_write_that_was_cut_off_changes_nothing(self):
        KeyStore(self.path).add("k", "@key=k READY\n")
        with open(self.path + ".new", "w") as draft:
            draft.write('{"tok')
        self.assertEqual(list(KeyStore(self.path).pending), ["k"])

    def test_another_file_is_not_written_over(self):
        for text in ("notes", "[]", "{}"):
            with open(self.path, "w") as file:
                file.write(text)
            with self.subTest(text), self.assertRaises(entente.EntenteError):
                KeyStore(self.path)
            with open(self.path) as file:
                self.assertEqual(file.read(), text)

    def test_a_store_of_before_certificates_is_still_read(self):
        store = KeyStore(self.path)
        store.save()
        with open(self.path, encoding="utf-8") as file:
            text = file.read().replace(', "certificate": null', "")
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)
        self.assertNotIn("certificate", text)
        self.assertIsNone(KeyStore(self.path).certificate)

    def test_without_a_path_it_only_remembers(self):
        store = KeyStore()
        store.add("k", "READY\n")
        self.assertEqual(list(store.pending), ["k"])


class _Wire:
    """The client's end of a connection that keeps what is written."""

    def __init__(self):
        self.sent = []

    def write(self, data):
        self.sent.append(data.decode())

    def close(self):
        pass


def connected(store=None):
    """A client that believes it is connected, and what it writes."""
    client = entente.Client(store=store)
    loop = asyncio.get_running_loop()
    client._events, client._ready = asyncio.Queue(), loop.create_future()
    client._runner = asyncio.ensure_future(asyncio.sleep(0))
    client._writer, client._live = _Wire(), True
    return client, client._writer


async def settle():
    for _ in range(3):
        await asyncio.sleep(0)


def answer(client, wire, rest):
    """The server answers the newest request."""
    client._take(parse_line(wire.sent[-1].split(";")[0].split(" ")[0] + " " + rest))


class ExactlyOnceTests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "keys.json")

    async def test_the_key_is_in_the_file_before_the_line_is_on_the_wire(self):
        client, wire = connected(self.path)
        known = []
        wire.write = lambda data: known.append(list(KeyStore(self.path).pending))
        asyncio.ensure_future(client.ready())
        await settle()
        self.assertEqual([len(keys) for keys in known], [1])

    async def test_after_a_lost_reply_the_same_request_goes_out_again(self):
        client, wire = connected(self.path)
        call = asyncio.ensure_future(client.say("all", "once"))
        await settle()
        first = wire.sent.pop()
        client._forget_connection()
        client._writer, client._live = wire, True
        client._release()
        self.assertEqual(first.partition(";")[2], wire.sent[-1].partition(";")[2])
        self.assertNotEqual(first, wire.sent[-1])
        answer(client, wire, "OK SAY v=9")
        self.assertEqual((await call)["v"], 9)
        self.assertEqual(KeyStore(self.path).pending, {})

    async def test_an_unknown_outcome_is_asked_for_again_and_retry_is_honoured(self):
        client, wire = connected()
        call = asyncio.ensure_future(client.sign("D-7Q4K", 2))
        await settle()
        first = wire.sent[-1].partition(";")[2]
        self.assertTrue(first.endswith(";rev=2 SIGN D-7Q4K\n"))
        answer(client, wire, "ERR 506 UNKNOWN_OUTCOME retry=0 :Nobody knows.")
        await asyncio.sleep(0.01)
        self.assertEqual(len(wire.sent), 2)
        self.assertEqual(wire.sent[-1].partition(";")[2], first)
        answer(client, wire, "ERR 501 SLOW_DOWN retry=60 :Slow down.")
        await asyncio.sleep(0.01)
        self.assertEqual(len(wire.sent), 2)
        client._release()
        answer(client, wire, "ERR 607 ALREADY :You have signed.")
        with self.assertRaises(entente.Refused):
            await call

    async def test_commands_of_an_earlier_run_are_asked_for_first_and_once(self):
        store = KeyStore(self.path)
        store.token, store.session, store.v = "t", "ex-1", 7
        store.add("old-1", "@key=old-1 READY\n")
        store.add("old-2", "@key=old-2 SAY all :hi\n")
        client, wire = connected(self.path)
        call = asyncio.ensure_future(client.resume())
        await settle()
        answer(client, wire, "OK AUTH role=member session=ex-1 seat=borea.head")
        await settle()
        self.assertTrue(wire.sent[-1].endswith(" JOIN ex-1 since=7\n"))
        answer(client, wire, "OK JOIN session=ex-1 seat=borea.head v=9")
        self.assertEqual([sent.partition(";")[2] for sent in wire.sent[-2:]],
                         ["key=old-1 READY\n", "key=old-2 SAY all :hi\n"])
        await call
        answer(client, wire, "OK SAY v=9")
        await settle()
        self.assertEqual([(wire, reply["v"]) for wire, reply in client.recovered],
                         [("@key=old-2 SAY all :hi\n", 9)])
        self.assertEqual(list(KeyStore(self.path).pending), ["old-1"])

    async def test_events_come_once_and_count_when_the_next_is_asked_for(self):
        client, wire = connected(self.path)
        client.session = client.store.session = "ex-1"
        for v in (1, 2, 2, 1, 3):
            client._take(parse_line("EVENT %d turn.started" % v))
        events = client.events()
        self.assertEqual([(await events.__anext__()).v for _ in range(3)], [1, 2, 3])
        self.assertEqual(KeyStore(self.path).v, 2)
        client._end(None)
        client._leaving = True
        self.assertEqual([event async for event in events], [])
        self.assertEqual(KeyStore(self.path).v, 3)

    async def test_who_is_moved_gets_the_events_of_the_new_seat_from_the_first(self):
        client, wire = connected(self.path)
        client.session, client.seat = "ex-1", "borea.head"
        for line in ("EVENT 1 session.started", "EVENT 2 member.moved",
                     "NOTE SEAT_CHANGED seat=cael.head"):
            client._take(parse_line(line))
        self.assertTrue(wire.sent[-1].endswith(" JOIN ex-1\n"))
        asyncio.ensure_future(client.ready())
        await settle()
        self.assertEqual(len(wire.sent), 1)
        answer(client, wire, "OK JOIN session=ex-1 seat=cael.head v=1")
        client._take(parse_line("EVENT 1 session.started"))
        await settle()
        self.assertTrue(wire.sent[-1].endswith(" READY\n"))
        events = client.events()
        self.assertEqual([(await events.__anext__()).v for _ in range(3)], [1, 2, 1])
        self.assertEqual((client.seat, client.notes[0].word), ("cael.head", "SEAT_CHANGED"))

    async def test_who_was_moved_while_away_does_not_mix_two_records(self):
        client, wire = connected(self.path)
        client.session, client.seat, client._received = "ex-1", "borea.head", 2
        coming_back = asyncio.ensure_future(client._resume("ex-1"))
        await settle()
        self.assertTrue(wire.sent[-1].endswith(" JOIN ex-1 since=2\n"))
        answer(client, wire, "OK JOIN session=ex-1 seat=cael.head v=3")
        client._take(parse_line("EVENT 3 turn.started"))
        await settle()
        self.assertTrue(wire.sent[-1].endswith(" JOIN ex-1\n"))
        answer(client, wire, "OK JOIN session=ex-1 seat=cael.head v=3")
        await coming_back
        for v in (1, 2, 3):
            client._take(parse_line("EVENT %d turn.started" % v))
        events = client.events()
        self.assertEqual([(await events.__anext__()).v for _ in range(3)], [1, 2, 3])

    async def test_who_makes_a_branch_is_in_it(self):
        client, wire = connected(self.path)
        client.session, client.seat, client._received = "ex-1", "facilitator", 90
        call = asyncio.ensure_future(client.command("FORK", named={"turn": 2}))
        await settle()
        answer(client, wire, "OK FORK v=41 session=ex-2 turn=2")
        await call
        client._take(parse_line("EVENT 41 session.forked"))
        self.assertEqual((await client.events().__anext__()).v, 41)
        self.assertEqual(client.session, "ex-2")

    async def test_kinds_choose_events(self):
        client, _ = connected()
        for v, kind in enumerate(("offer.tabled", "offers.x", "deal.signed", "offer.signed"), 1):
            client._take(parse_line("EVENT %d %s" % (v, kind)))
        client._end(None)
        client._leaving = True
        self.assertEqual([event.v async for event in client.events("offer", "deal.signed")],
                         [1, 3, 4])

    async def test_typed_lines_keep_their_words_and_get_a_key(self):
        client, wire = connected()
        for line in ("@rev=1 SIGN D-2Q2E", 'JOIN ex-1 name="A b"', "PROPOSE borea : acsa; dialogue",
                     'PROPOSE borea {"a":"b :c"}', "ad"):
            asyncio.ensure_future(client.do(line))
            await settle()
            if line != "ad":
                wire.sent[-1] = wire.sent[-1].replace(client._keys, "K")
        self.assertEqual(
            [sent.partition(" ")[2] for sent in wire.sent],
            ["SIGN D-2Q2E\n", 'JOIN ex-1 name="A b"\n', "PROPOSE borea :acsa; dialogue\n",
             'PROPOSE borea {"a":"b :c"}\n', "ad\n"])
        self.assertIn(";rev=1", wire.sent[0])
        for sent in wire.sent:
            self.assertIn(";key=", sent)
        for bad in ("", "READY\nCLOSE", "@rev=1", "SAY all <<"):
            with self.subTest(bad), self.assertRaises(ValueError):
                await asyncio.wait_for(client.do(bad), 1)

    async def test_an_error_without_an_id_answers_the_oldest_request(self):
        client, wire = connected()
        calls = [asyncio.ensure_future(client.command("STATUS")) for _ in range(2)]
        await settle()
        client._take(parse_line("ERR 400 SYNTAX :What?"))
        with self.assertRaises(entente.RequestError):
            await calls[0]
        answer(client, wire, "OK STATUS turn=1")
        self.assertEqual((await calls[1])["turn"], 1)

    async def test_nobody_there_is_said_in_a_sentence(self):
        closed = entente.Client("127.0.0.1", 1, tls=ssl.create_default_context())
        with self.assertRaisesRegex(entente.Lost, "Nobody answers at 127.0.0.1:1"):
            await closed.connect()
        with self.assertRaises(entente.Lost):
            await closed.status()

    def test_a_closed_plain_client_says_so(self):
        with self.assertRaisesRegex(entente.Lost, "not connected"):
            entente.SyncClient().status()


if __name__ == "__main__":
    unittest.main()
