"""Compares `entente calc` with the independent statement in calc_oracle.py, answer by answer.

    compare.py ENTENTE [--cases N] [--seed S] [--only NAME] [--report FILE]

Random valid arguments (uniform, skewed, at the ends of every range, around the thresholds of the rules) and
arguments with a single fault go through `ENTENTE calc --batch`; every field of every answer must be the same.
The published examples, the list of names and the single use with its exit status are compared as well.
The status is 0 if everything agrees, else 1.  Only the standard library is used.
"""

import argparse
import itertools
import json
import math
import random
import subprocess
import sys
import tempfile

import calc_oracle as oracle

# Names whose rules have more cases than others get more of them.
INTRICATE = {"groups": 2, "efficient-workshare": 5, "collaboration-premium": 3, "allocate": 5, "learning-curve": 5,
             "unit-cost": 5, "gates": 5, "gate-schedule": 5, "input-allocation": 5, "trust": 3, "civil-technology": 3,
             "own-research": 3, "edge": 3, "management": 3, "national-score": 3, "collective-score": 2,
             "cost-score": 3, "latent": 3, "capacity-growth": 4, "concession-target": 3, "firms": 3, "leak": 2}

# Whole ranges are walked through in long runs only: they take half a minute.
SWEEPS_FROM = 1000

# --- random valid arguments --------------------------------------------------------------------------------------


def some_integer(rng, low, high):
    span = high - low
    way = rng.randrange(8)
    if way <= 2:
        return rng.randint(low, high)
    if way == 3:  # the ends
        return rng.choice([low, high, min(high, low + 1), max(low, high - 1)])
    if way == 4:  # all sizes alike
        return low + min(span, int(2 ** rng.uniform(0, max(1, span.bit_length()))) - 1)
    if way == 5:  # small
        return min(high, low + rng.randint(0, 20))
    if way == 6:  # round, and just beside round
        step = 10 ** rng.randint(1, 6)
        return min(high, max(low, rng.randint(low // step, high // step) * step + rng.choice([0, 0, 0, -1, 1])))
    return min(high, max(low, rng.choice([0, 2000, 2500, 4000, 5000, 6500, 8000, 10000]) + rng.choice([-1, 0, 0, 1])))


def some_shares(rng, count):
    way = rng.randrange(5)
    if way == 0:  # all to one
        parts = [0] * count
        parts[rng.randrange(count)] = 10000
        return parts
    if way == 1:
        return oracle.lrm(10000, [1] * count)
    if way == 2:  # skewed, with zeros
        return oracle.lrm(10000, [rng.choice([0, 0, 1, 10, 100, 1000]) for _ in range(count)])
    cuts = sorted(rng.randint(0, 10000) for _ in range(count - 1))
    return [b - a for a, b in zip([0] + cuts, cuts + [10000])]


def some_value(rng, kind, length):
    if kind.form == "integer":
        return some_integer(rng, kind.low, kind.high)
    if kind.form == "boolean":
        return rng.random() < 0.5
    if kind.form == "word":
        return rng.choice(kind.words)
    if kind.form == "record":
        return {key: some_value(rng, inner, None) for key, inner in kind.fields.items()}
    if kind.form == "shares":
        return some_shares(rng, length)
    if kind.form == "list":
        way = rng.randrange(6)
        if way == 0:  # all equal
            return [some_value(rng, kind.element, None)] * length
        if way == 1 and kind.element.form == "integer":  # ties
            pool = [some_value(rng, kind.element, None) for _ in range(2)]
            return [rng.choice(pool) for _ in range(length)]
        if way == 2 and kind.element.form == "integer":  # the ends
            return [rng.choice([kind.element.low, kind.element.high]) for _ in range(length)]
        return [some_value(rng, kind.element, None) for _ in range(length)]
    raise ValueError(kind.form)


def some_groups(rng):
    count = rng.choice([2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10, 12, 14])
    ids = set()
    while len(ids) < count:
        ids.add(rng.choice("abcxyz") + "".join(rng.choice("abz019-") for _ in range(rng.randint(0, 3))))
    states = sorted(ids)
    pairs = [a + "|" + b for i, a in enumerate(states) for b in states[i + 1:]]
    threshold = rng.choice([1500, 1500, 1000, 0, 1, 10000, rng.randint(0, 10000)])
    density = rng.choice([0, 0.2, 0.5, 0.7, 0.9, 1])
    weights = {}
    for pair in pairs:
        if rng.random() < density:
            weights[pair] = rng.choice([threshold, rng.randint(threshold, 10000)])
        else:
            weights[pair] = rng.choice([0, max(0, threshold - 1), rng.randint(0, max(0, threshold - 1))])
    if rng.random() < 0.1 and count >= 6:  # teams whose members are tied to all but their own team
        weights = {p: 0 if k % 5 == 0 else 10000 for k, p in enumerate(pairs)}
    kinds = ["IND", "TEC", "OPS", "INF", "FIN"][:rng.choice([1, 2, 5])]
    families = {}
    for pair in pairs:
        way = rng.random()
        if way < 0.6:
            families[pair] = [rng.choice(kinds)]
        elif way < 0.8:
            families[pair] = rng.sample(kinds, rng.randint(0, len(kinds)))
    return {"states": states, "weights": weights, "families": families, "threshold": threshold}


def near(rng, low, high, middle):
    return min(high, max(low, middle + rng.choice([-2, -1, 0, 0, 1, 2])))


def sharpen(rng, name, a):
    """Moves arguments to where the rule turns."""
    if name == "learning-curve":
        a["quantity"] = near(rng, 1, 1000000, 2 ** rng.randint(0, 19))
    elif name == "unit-cost":
        a["ownQuantity"] = rng.choice([0, 1, near(rng, 0, 1000000, 2 ** rng.randint(0, 19))])
        if rng.random() < 0.3:
            a["listQuantity"], a["slope"], a["partnerQuantity"] = 1000000 - rng.randint(0, 3), 5000, 0
    elif name == "collaboration-premium":
        low = a["efficient"]
        i, j = rng.randrange(len(low)), rng.randrange(len(low))
        moved = min(low[i], rng.randint(0, 800))
        a["workshare"] = list(low)
        a["workshare"][i] -= moved
        a["workshare"][j] += moved
    elif name == "gates":
        a["sensitivity"], a["trust"] = rng.randint(1, 4), near(rng, 0, 10000, 6500)
    elif name == "gate-schedule":
        credit = oracle.answer(name, a)["credit"]
        a["totalDays"] = near(rng, 0, 20000, credit * rng.randint(0, 20000 // credit))
    elif name == "capacity-growth":
        growth = max(oracle.mb(a["capacity"], oracle.mb(2000, a["workforce"])), 500)
        a["investment"] = near(rng, 0, 1000000000, growth * a["costPerThousand"] // 1000)
    elif name == "capacity-decay":
        a["utilisation"] = near(rng, 0, 10000, 4000)
    elif name == "line-output":
        if a["inputs"]:
            free = oracle.rdiv(oracle.mb(a["lineCapacity"], 10000 + a["surge"]) * 1000, a["load"])
            a["inputs"][-1] = near(rng, 0, 1000000000, free)
    elif name == "input-allocation":
        rated = sum(r["amount"] for r in a["requests"] if r["rated"])
        a["supply"] = near(rng, 0, 1000000000, rng.choice([rated, sum(r["amount"] for r in a["requests"])]))
    elif name == "own-research":
        a["civil"] = near(rng, 0, 10000, a["readiness"] + 500)
        a["spend"] = near(rng, 0, 1000000000, 100 * rng.randint(0, 70) ** 2)
    elif name == "transfer":
        a["partnerReadiness"] = near(rng, 0, 10000, a["readiness"])
    elif name == "civil-technology":
        a["readiness"] = near(rng, 0, 10000, oracle.mb(a["civil"], 7000) - rng.randint(0, 200))
        a["maturity"] = near(rng, 0, 10000, rng.choice([1000, 9200, 10000]))
    elif name == "firms":
        a["barrier"], a["firms"] = near(rng, 0, 10000, 5000 + a["subsidy"] * 10 // 3), rng.randint(0, 80)
    elif name == "accelerator":
        a["pool"] = near(rng, 0, 10000000, 400 * 25 * rng.randint(0, 30))
    elif name == "interoperability-technical":
        cap = (7000 if a["standard"] else 2000) + oracle.mb(3000, a["commonEquipment"])
        a["value"] = near(rng, 0, 10000, cap + rng.choice([0, 100]))
    elif name == "interoperability-data" and rng.random() < 0.7:
        a["securityAgreement"], a["sharing"] = rng.random() < 0.9, rng.random() < 0.9
        a["trust"], a["trustBack"] = near(rng, 0, 10000, 6500), near(rng, 0, 10000, 6500)
        a["technical"] = rng.randint(4500, 10000)
    elif name in ("interoperability-logistic", "interoperability-data"):
        a["value"] = near(rng, 0, 10000, min(rng.choice([2000, 2500, 6000, 7000, 9000]), a["technical"] + 1000))
    elif name == "leak":
        increment = oracle.answer(name, a)["increment"]
        a["meter"] = near(rng, 0, 9999, 10000 - increment)
    elif name == "trust":
        for key in list(a)[3:]:
            a[key] = rng.choice([0, 0, 0, 0, 1])
    elif name == "adequacy":
        a["stock"] = near(rng, 0, 1000000000, a["requirement"])
    elif name == "gap":
        pressure = oracle.mb(a["threat"], a["exposure"])
        a["contributions"] = [rng.randint(0, 900) for _ in a["contributions"]]
        a["readiness"] = near(rng, 0, 10000, pressure - min(4000, sum(a["contributions"])) - a["asymmetric"])
    elif name == "political-capital":
        a["spent"] = near(rng, 0, 10000, a["capital"] + 300)
    elif name == "edge":
        for c in a["clauses"]:
            c["weight"], c["status"] = rng.randint(0, 1600), rng.choice(["in-force", "in-force", "signed"])
    elif name == "typology":
        a["threshold"] = near(rng, 0, 10000, oracle.mean(rng.choice([a["capacities"], a["composites"]])))
    elif name == "cost-score":
        a["actual"] = near(rng, 0, 1000000000, a["baseline"] * rng.randint(0, 320) // 200)
    elif name == "national-score":
        a["conduct"] = rng.randint(-3000, 500)
    elif name == "concession-target":
        a["reservation"], a["round"] = rng.randint(0, a["best"]), rng.randint(0, a["rounds"])
    elif name == "management":
        a["contribution"] = list(a["benefit"])
        rng.shuffle(a["contribution"])
    elif name == "allocate":
        a["weights"] = [rng.randint(0, 6) for _ in a["weights"]]
        a["total"] = rng.randint(0, 40)
    elif name == "efficient-workshare":
        a["capacity"] = [rng.randint(0, 9) * 1000 for _ in a["capacity"]]
        a["readiness"] = [rng.randint(0, 9) * 1000 for _ in a["capacity"]]


def some_arguments(rng, name):
    if name == "groups":
        return some_groups(rng)
    kinds = oracle.KINDS[name]
    arguments = {}
    for argument, kind in kinds.items():
        length = None
        if kind.form in ("list", "shares"):
            if kind.companion:
                length = len(arguments[kind.companion])
            else:
                length = rng.choice([kind.low, kind.high, rng.randint(kind.low, kind.high)])
        arguments[argument] = some_value(rng, kind, length)
    if rng.random() < 0.35:
        sharpen(rng, name, arguments)
    return arguments


def corners(rng, name, most):
    """Every argument at one end of its range, all combinations or a sample of them."""
    def ends(kind, length):
        if kind.form == "integer":
            return [kind.low, kind.high]
        if kind.form == "boolean":
            return [False, True]
        if kind.form == "word":
            return kind.words
        if kind.form == "record":
            fields = [ends(inner, None) for inner in kind.fields.values()]
            return [dict(zip(kind.fields, values)) for values in itertools.product(*fields)]
        if kind.form == "shares":
            return [[10000] + [0] * (length - 1), [0] * (length - 1) + [10000], oracle.lrm(10000, [1] * length)]
        return [[value] * length for value in ends(kind.element, None)] if length else [[]]

    kinds = oracle.KINDS[name]
    if name == "groups":
        return
    plans = []
    for side in (0, 1):
        choices = []
        for argument, kind in kinds.items():
            length = None
            if kind.form in ("list", "shares"):
                lead = kinds[kind.companion] if kind.companion else kind
                length = (lead.low, lead.high)[side]
            choices.append(ends(kind, length))
        plans.append(choices)
    for choices in plans[:1] if plans[0] == plans[1] else plans:
        total = math.prod(map(len, choices))
        if total <= most:
            for values in itertools.product(*choices):
                yield dict(zip(kinds, values))
        else:
            for _ in range(most):
                yield dict(zip(kinds, map(rng.choice, choices)))


def sweeps():
    """Whole ranges of the rules in which a rounding or a threshold could be missed by chance."""
    def over(name, **ranges):
        for values in itertools.product(*ranges.values()):
            yield name, dict(zip(ranges, values))

    yield from over("learning-curve", quantity=range(1, 4200), slope=[5000, 8000, 8500, 9000, 9333, 9999, 10000])
    yield from over("licence-premium", base=[-1000, -333, 0, 3500, 10000], cumulativeUnits=range(1, 2100))
    yield from over("budget", expenditure=[0] + [r * r + d for r in range(1, 10001) for d in (-1, 0)])
    yield from over("own-research", spend=[100 * r * r + d for r in range(1, 62) for d in (-1, 0)], readiness=[0, 3333],
                    organisation=[0, 5001, 10000], civil=[3833, 3834, 9000], posture=["none", "mcf"])
    yield from over("gate-schedule", totalDays=[0, 1, 815, 999, 1614, 20000], turnDays=range(30, 361),
                    partners=[1, 2, 5, 14], governance=["lead", "consortium", "unanimity"], capacity=[12345])
    yield from over("gates", ratificationClass=["a", "c"], sensitivity=range(5), exportStrictness=[0, 3333, 10000],
                    securityAgreement=[False, True], trust=[6499, 6500], exempt=[False, True],
                    licence=["expedited", "standard", "agreement"], extraOwners=[0, 3], contracting=["agency"],
                    toolingBase=[720], organisation=[4999], testRecognition=[True], parallel=[False, True])
    yield from over("development-cost", cost=[99999999], partners=range(1, 15),
                    governance=["lead", "consortium", "unanimity"], share=[0, 1, 3333, 10000])
    yield from over("interoperability-technical", value=range(0, 10001, 3), standard=[False, True],
                    commonEquipment=[0, 4000, 9999])
    yield from over("interoperability-procedural", value=range(0, 10001, 3), intensity=range(4))
    yield from over("interoperability-logistic", value=range(0, 10001, 7), technical=[0, 499, 500, 501, 5000, 10000],
                    agreement=["none", "acsa", "sustain"])
    yield from over("interoperability-data", value=range(0, 10001, 37), technical=[0, 1000, 5000, 8000, 10000],
                    securityAgreement=[False, True], sharing=[False, True], trust=[6499, 6500], trustBack=[6499, 6500])
    yield from over("concession-target", best=[9000, 4001], reservation=[4000, 8000], round=range(0, 51),
                    rounds=[1, 2, 3, 7, 8, 49, 50], exponent=["4", "2", "1", "half"])
    yield from over("political-capital", capital=range(0, 10001, 50), domesticWork=[0, 4999, 5000, 1499999, 1500000],
                    threat=[0, 25, 74, 75, 10000], spent=[0, 700, 10000])
    yield from over("ratification-cost", ratificationClass=["a", "b", "c"], threat=range(0, 10001, 25),
                    commonPartners=range(5))
    yield from over("governance-erosion", meter=[0, 49, 50, 51, 9750, 9851, 9950, 10000], fusion=[False, True],
                    framework=[False, True], looseControl=[False, True], closedRegime=[False, True])
    yield from over("capacity-decay", capacity=range(0, 5000), utilisation=[0, 3999, 4000, 10000])
    yield from over("firms", barrier=range(0, 10001, 100), subsidy=[0, 1, 3000], pool=[0, 1, 999, 100000],
                    firms=[0, 59, 60, 61, 100000], connections=[0, 5001, 10000])
    yield from over("accelerator", pool=range(0, 60001, 200), readiness=[0, 5001], organisation=[0, 4999, 10000])
    calm = {key: [0] for key in oracle.ARGUMENTS["trust"]}
    yield from over("trust", **{**calm, "trust": range(10001), "affinity": [0, 1234, 8000, 10000]})
    for event in list(calm)[2:]:
        yield from over("trust", **{**calm, "trust": [0, 5000, 10000], "affinity": [5000],
                                    event: range(21 if event == "met" else 6)})


# --- arguments with a single fault -------------------------------------------------------------------------------


class Raw:
    """A number as it is written on the line."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Raw) and self.text == other.text

    def __hash__(self):
        return hash(self.text)


def write(value):
    if isinstance(value, Raw):
        return value.text
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(k) + ":" + write(v) for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def read(text):
    return json.loads(text, parse_float=Raw)


def wrong_integers(rng, low, high):
    yield from (low - 1, high + 1, low - rng.randint(2, 10 ** 6), high + rng.randint(2, 10 ** 6))
    yield from (2 ** 63 - 1, 2 ** 63, -2 ** 63, -2 ** 63 - 1, 2 ** 64, 2 ** 64 + low, -2 ** 64 + low)
    yield from (10 ** 30, -10 ** 30)
    yield from (Raw("0.5"), Raw(str(low) + ".0"), Raw(str(high) + ".5"), Raw("1e3"), Raw("1E400"), Raw("-1.5e-7"))
    yield from (str(low), "", "five", "5%", None, True, False, [], [low], {}, {"value": low})


def wrong_values(rng, kind, good):
    """Values that are wrong in one way, made from a good one."""
    form = kind.form
    if form == "integer":
        yield from wrong_integers(rng, kind.low, kind.high)
        return
    yield from (None, 5, -1, Raw("0.5"), "maybe", "é\u2028\"\\\n", [1.5 and Raw("1.5")], {"a": 1})
    if form == "boolean":
        yield from (0, 1, "true", "false", "True", [], [True])
    elif form == "word":
        yield from ("", kind.words[0].upper(), kind.words[-1] + " ", " " + kind.words[0], True, [kind.words[0]])
    elif form == "record":
        yield from (True, {}, [])
        for key in good:
            yield {k: v for k, v in good.items() if k != key}
            for wrong in wrong_values(rng, kind.fields[key], good[key]):
                yield {**good, key: wrong}
        yield {**good, "other": 1}
    elif form == "states":
        yield from (True, {}, "a,b", [], good[:1], good[::-1], good + [good[-1]], [good[0], good[0]],
                    [good[0], 5], [None, good[1]], [chr(97 + k) for k in range(15)], [chr(97 + k) for k in range(16)],
                    ["", "a"], ["a b", "c"], ["a|b", "c"], ["1a", "b"], ["-a", "b"], ["a", "\u00e9"])
    elif form in ("list", "shares"):
        yield from (True, {}, "1,2")
        if kind.low > 0:
            yield good[:kind.low - 1]
        if form == "shares":
            yield from ([10000] + [0] * kind.high, [0] * len(good), [10000] * (len(good) + 1))
            for step in (-1, 1):
                spoilt = list(good)
                spoilt[spoilt.index(max(spoilt))] += step
                yield spoilt
            if len(good) > 1:
                yield [10001, -1] + [0] * (len(good) - 2)
                yield [2 ** 63 - 1, -2 ** 63 + 10001] + [0] * (len(good) - 2)
                yield [2 ** 63, 10000 - 2 ** 63] + [0] * (len(good) - 2)
                yield [Raw("9999.5"), Raw("0.5")] + [0] * (len(good) - 2)
        else:
            yield (good or [some_value(rng, kind.element, None)]) * (kind.high + 1)
            if good:
                place = rng.randrange(len(good))
                for wrong in wrong_values(rng, kind.element, good[place]):
                    yield good[:place] + [wrong] + good[place + 1:]
    elif form in ("pair-weights", "pair-families"):
        yield from (True, [], "a|b")
        filler = 0 if form == "pair-weights" else ["IND"]
        yield from ({**good, "zzzz|zzzzz": filler}, {**good, "": filler}, {**good, "|": filler})
        if good:
            first = next(iter(good))
            a, b = first.split("|")
            yield {**{k: v for k, v in good.items() if k != first}, b + "|" + a: filler}
            yield from ({**good, b + "|" + a: filler}, {**good, a + "|" + a: filler}, {**good, a: filler})
            if form == "pair-weights":
                yield {k: v for k, v in good.items() if k != first}
                yield {}
                for wrong in wrong_integers(rng, 0, 10000):
                    yield {**good, first: wrong}
            else:
                for wrong in (None, "IND", ["ind"], ["ZZZ"], ["IND", ""], [5], [None], [["IND"]], {}, True, 1):
                    yield {**good, first: wrong}


def faulty_arguments(rng, name):
    """Pairs of arguments and the argument that is at fault."""
    good = some_arguments(rng, name)
    kinds = oracle.KINDS[name]
    for argument, kind in kinds.items():
        yield {k: v for k, v in good.items() if k != argument}, argument
        for wrong in wrong_values(rng, kind, good[argument]):
            yield {**good, argument: wrong}, argument
        if kind.companion and kind.form == "list":
            yield {**good, argument: good[argument] + [some_value(rng, kind.element, None)]}, argument
            if len(good[argument]) > kind.low:
                yield {**good, argument: good[argument][:-1]}, argument
        if kind.companion and kind.form == "shares":
            yield {**good, argument: good[argument] + [0]}, argument
    for other in ("other", next(iter(kinds)).upper(), "", " " + next(iter(kinds)), "é", "trace"):
        yield {**good, other: 1}, other
    yield {"other": None, **good}, "other"


def faults(name, arguments):
    """The names at fault when several may be; what depends on a faulty argument counts as faulty too."""
    found = {key for key in arguments if key not in oracle.KINDS[name]}
    for key, kind in oracle.KINDS[name].items():
        if key not in arguments or kind.companion in found or (kind.form.startswith("pair-") and "states" in found):
            found.add(key)
        elif not kind.accepts(arguments[key], arguments):
            found.add(key)
    return found


def spoil(rng, arguments, name):
    """Several faults at once, in any order of the arguments."""
    spoilt = dict(arguments)
    for key in arguments:
        way = rng.random()
        if way < 0.15:
            spoilt[key] = rng.choice(list(wrong_values(rng, oracle.KINDS[name][key], spoilt[key])))
        elif way < 0.2:
            del spoilt[key]
        elif way < 0.23:
            spoilt[key + "x"] = spoilt.pop(key)
    items = list(spoilt.items())
    rng.shuffle(items)
    return dict(items)


def garble(rng, line):
    """A few bytes of a line changed, dropped, added or doubled."""
    text = bytearray(line.encode())
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        place, way = rng.randrange(len(text)), rng.random()
        byte = rng.choice(b"{}[]\",:0123456789.eE+-\\ \t\x00\x7f\x80\xffabtruefalsn|u")
        if way < 0.35:
            text[place] = byte
        elif way < 0.6:
            del text[place]
        elif way < 0.85:
            text.insert(place, byte)
        elif way < 0.95:
            text[place:place] = text[place:place + rng.randint(1, 40)]
        else:
            del text[place:place + rng.randint(1, 20)]
        text = text or bytearray(b"{")
    return bytes(text)


def understood(line):
    """Name and arguments of a line that is a valid request, else None."""
    def once(pairs):
        if len(dict(pairs)) != len(pairs):
            raise ValueError("a key twice")
        return dict(pairs)

    def refuse(word):
        raise ValueError(word)

    try:
        found = json.loads(line.decode(), object_pairs_hook=once, parse_constant=refuse, parse_float=Raw)
    except ValueError:
        return None
    if type(found) is not dict or found.keys() != {"eq", "in"}:
        return None
    name, arguments = found["eq"], found["in"]
    if type(name) is not str or name not in oracle.NAMES or type(arguments) is not dict or faults(name, arguments):
        return None
    return name, arguments


# --- talking to the program --------------------------------------------------------------------------------------


def batch(program, lines):
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as sink:
        for line in lines:
            source.write((line if isinstance(line, bytes) else line.encode()) + b"\n")
        source.seek(0)
        status = subprocess.run([program, "calc", "--batch"], stdin=source, stdout=sink, timeout=1800).returncode
        sink.seek(0)
        return status, sink.read().decode().split("\n")[:-1]


def request(name, arguments):
    return '{"eq":' + json.dumps(name) + ',"in":' + write(arguments) + "}"


class Report:
    def __init__(self):
        self.differences = []
        self.rows = []

    def compare(self, name, kind, line, got, wanted):
        if got == wanted:
            return True
        self.differences.append({"name": name, "kind": kind, "line": line, "got": got, "wanted": wanted})
        return False


def compare_valid(program, report, rng, name, count):
    cases = list(corners(rng, name, 4096))
    cases += [some_arguments(rng, name) for _ in range(count)]
    for arguments in cases:
        assert oracle.fault(name, arguments) is None, (name, arguments)
    lines = [request(name, arguments) for arguments in cases]
    status, answers = batch(program, lines)
    report.compare(name, "status", "(valid cases)", (status, len(answers)), (0, len(lines)))
    same = sum(report.compare(name, "answer", line, got, write({"out": oracle.answer(name, arguments)}))
               for line, got, arguments in zip(lines, answers, cases))
    return len(lines), same


def compare_sweeps(program, report):
    cases = list(sweeps())
    lines = [request(name, arguments) for name, arguments in cases]
    status, answers = batch(program, lines)
    report.compare("--batch", "status", "(sweeps)", (status, len(answers)), (0, len(lines)))
    for (name, arguments), line, got in zip(cases, lines, answers):
        assert oracle.fault(name, arguments) is None, line
        report.compare(name, "sweep", line, got, write({"out": oracle.answer(name, arguments)}))
    return len(cases)


def compare_faulty(program, report, rng, name, rounds):
    cases = []
    for _ in range(rounds):
        for arguments, at in faulty_arguments(rng, name):
            error = oracle.fault(name, arguments)
            if error is not None:
                assert error["argument"] == at, (name, arguments, at, error)
                cases.append((request(name, arguments), error))
    status, answers = batch(program, [line for line, _ in cases])
    report.compare(name, "status", "(faulty cases)", (status, len(answers)), (0, len(cases)))
    same = 0
    for (line, error), got in zip(cases, answers):
        try:
            found = read(got)
        except ValueError:
            found = got
        if "allowed" not in error and isinstance(found, dict) and isinstance(found.get("error"), dict):
            error = {**error, "allowed": found["error"].get("allowed")}  # how an unknown argument is answered
        same += report.compare(name, "fault", line, found, {"error": error})
    return len(cases), same


# --- published examples ------------------------------------------------------------------------------------------

EXAMPLES = [
    ("allocate",
     '{"total":10000,"weights":[4200,3250,1800,1100]}',
     '{"parts":[4058,3140,1739,1063]}'),
    ("learning-curve",
     '{"quantity":300,"slope":9000}',
     '{"factor":423068}'),
    ("unit-cost",
     '{"listCost":10000,"listQuantity":100,"ownQuantity":100,"partnerQuantity":200,"commonality":9000,'
     '"slope":9000,"rateFactor":10000,"collaborationPremium":10000,"licencePremium":10000,'
     '"surgeFactor":10000}',
     '{"unitCost":8502,"effectiveQuantity":280}'),
    ("rate-factor",
     '{"fixedShare":3000,"nominal":40000,"actual":20000}',
     '{"factor":13000}'),
    ("efficient-workshare",
     '{"capacity":[60,50,30,20],"readiness":[70,65,60,55]}',
     '{"shares":[4058,3140,1739,1063]}'),
    ("collaboration-premium",
     '{"workshare":[3300,3300,2100,1300],"efficient":[4058,3140,1739,1063],"lines":4,"governance":"lead"}',
     '{"premium":11277,"mismatch":758}'),
    ("development-cost",
     '{"cost":10000,"partners":3,"governance":"unanimity","share":10000}',
     '{"factor":17320,"payment":17320}'),
    ("licence-premium",
     '{"base":3500,"cumulativeUnits":1}',
     '{"premium":13500}'),
    ("buy-national",
     '{"price":9000,"content":5500,"threshold":6500,"penalty":5000,"waived":false}',
     '{"evaluated":13500}'),
    ("gates",
     '{"ratificationClass":"b","sensitivity":3,"exportStrictness":10000,"securityAgreement":false,'
     '"trust":5000,"exempt":false,"licence":"agreement","extraOwners":0,"contracting":"far",'
     '"toolingBase":720,"organisation":6000,"testRecognition":false,"parallel":false}',
     '{"ratification":90,"disclosure":180,"licence":180,"contracting":360,"tooling":684,"test":120,"total":1614}'),
    ("gate-schedule",
     '{"totalDays":1614,"turnDays":180,"partners":2,"governance":"consortium","capacity":0}',
     '{"credit":176,"outputTurn":10,"leftoverDays":146,"firstOutput":0}'),
    ("capacity-growth",
     '{"capacity":14000,"workforce":10000,"investment":1000000000,"costPerThousand":5000}',
     '{"growth":2800,"refund":999986000}'),
    ("line-output",
     '{"lineCapacity":2750,"surge":2500,"load":190,"inputs":[]}',
     '{"output":18095}'),
    ("input-allocation",
     '{"supply":290000,"requests":[{"amount":275000,"rated":false},{"amount":30000,"rated":false},'
     '{"amount":15000,"rated":false}]}',
     '{"allocations":[249219,27187,13594]}'),
    ("concentration",
     '{"shares":[7000,2000,1000],"trusted":[false,false,false]}',
     '{"concentration":5400}'),
    ("own-research",
     '{"spend":40000,"readiness":5000,"organisation":6000,"civil":5000,"posture":"none"}',
     '{"gain":160}'),
    ("transfer",
     '{"readiness":5000,"partnerReadiness":8000,"depth":800,"organisation":6000}',
     '{"gain":144}'),
    ("civil-technology",
     '{"posture":"cimic","readiness":4000,"civil":8000,"barrier":4000,"maturity":1000,"plugAndPlay":0,'
     '"firstAdoption":true,"funded":true}',
     '{"gain":240,"maturity":1000}'),
    ("entry-barrier",
     '{"barriers":[7000,6500,5000,6000,4500,5000]}',
     '{"barrier":5875}'),
    ("firms",
     '{"barrier":3000,"subsidy":0,"pool":1000,"firms":200,"connections":10000}',
     '{"margin":600,"firms":215,"bonus":300}'),
    ("accelerator",
     '{"pool":40000,"readiness":5000,"organisation":7000}',
     '{"teams":100,"wins":20,"gain":175,"tokens":4}'),
    ("interoperability-technical",
     '{"value":2000,"standard":true,"commonEquipment":4000}',
     '{"value":3240}'),
    ("interoperability-procedural",
     '{"value":3000,"intensity":2}',
     '{"value":4120}'),
    ("interoperability-logistic",
     '{"value":1500,"technical":3240,"agreement":"acsa"}',
     '{"value":2061}'),
    ("interoperability-data",
     '{"value":1000,"technical":3240,"securityAgreement":true,"sharing":true,"trust":7000,"trustBack":7000}',
     '{"value":1486}'),
    ("interoperability-composite",
     '{"layers":[3240,4120,2061,1486]}',
     '{"composite":2107,"level":1}'),
    ("leak",
     '{"meter":0,"holders":5,"sensitivity":3,"meanSecurity":6500,"meanMaturity":5000,"extra":0}',
     '{"increment":835,"meter":835,"fired":false}'),
    ("trust",
     '{"trust":6200,"affinity":8000,"met":3,"signed":0,"ratified":0,"late":0,"partial":0,"breached":0,'
     '"observedBreach":0,"withdrewWithNotice":0,"withdrewWithout":0,"crisisAid":0,"refusedAid":0,'
     '"refusedReexport":0,"jointDelivery":0}',
     '{"trust":6320}'),
    ("ratification-cost",
     '{"ratificationClass":"c","threat":7000,"commonPartners":2}',
     '{"cost":1242}'),
    ("readiness",
     '{"adequacy":[6000,3000,4500],"weights":[5000,3000,2000],"procedural":4000}',
     '{"readiness":3360}'),
    ("partner-contribution",
     '{"readiness":7000,"posture":3000,"composite":5200,"trust":6500}',
     '{"contribution":710}'),
    ("gap",
     '{"threat":7500,"exposure":9000,"readiness":3360,"contributions":[710],"asymmetric":600}',
     '{"pressure":6750,"support":710,"gap":2080}'),
    ("groups",
     '{"states":["a","b","c","d"],"weights":{"a|b":2623,"a|c":3432,"b|c":1560,"a|d":1596,"b|d":459,'
     '"c|d":2268},"families":{"a|b":["IND"],"a|c":["OPS"],"b|c":["IND"],"a|d":["IND"],"c|d":["OPS"]},'
     '"threshold":1500}',
     '{"groups":[["a","b","c"],["a","c","d"]],"dyads":[["a","b"],["a","c"],["a","d"],["b","c"],["c","d"]],'
     '"lattice":7500,"hub":6409}'),
    ("formation",
     '{"depths":[4300,5200,2600]}',
     '{"formation":4033}'),
    ("management",
     '{"onTime":8000,"honoured":9500,"benefit":[4500,3300,2200],"contribution":[5200,3000,1800],'
     '"trust":6233,"settled":10000}',
     '{"fairness":8600,"management":8430}'),
    ("salience",
     '{"capability":4200,"threatClosed":5500,"weakestLayer":4700,"commitment":3000}',
     '{"salience":4385}'),
    ("typology",
     '{"capacities":[7200,3800,2600],"composites":[5600,6100,4700],"threshold":5000}',
     '{"capacity":4533,"interoperability":5467,"quadrant":"common-shield"}'),
    ("national-score",
     '{"security":7800,"latent":4600,"cost":5600,"interoperability":4700,"technology":5900,"economy":5200,'
     '"privateCards":0,"conduct":0}',
     '{"national":5940,"final":4752}'),
    ("budget",
     '{"expenditure":997000}',
     '{"budget":1996}'),
    ("concession-target",
     '{"best":9000,"reservation":4000,"round":4,"rounds":8,"exponent":"2"}',
     '{"target":7750}'),
]


def golden_cases():
    """The golden numbers of the model: name, arguments, part of the answer."""
    def case(name, part, **arguments):
        return name, arguments, part

    for quantity, factor in ((50, 557275), (100, 501547), (200, 451393), (300, 423068), (1000, 350494)):
        yield case("learning-curve", {"factor": factor}, quantity=quantity, slope=9000)
    unit = {"listCost": 10000, "listQuantity": 100, "partnerQuantity": 0, "commonality": 9000, "slope": 9000,
            "rateFactor": 10000, "collaborationPremium": 10000, "licencePremium": 10000, "surgeFactor": 10000}
    for quantity, cost in ((100, 10000), (300, 8435), (50, 11111), (200, 9000), (1000, 6988)):
        yield case("unit-cost", {"unitCost": cost}, **{**unit, "ownQuantity": quantity})
    pooled = {**unit, "ownQuantity": 100, "partnerQuantity": 200}
    yield case("unit-cost", {"unitCost": 8502, "effectiveQuantity": 280}, **pooled)
    yield case("unit-cost", {"unitCost": 7652}, **{**pooled, "rateFactor": 9000})
    for actual, factor in ((20000, 13000), (40000, 10000), (60000, 9000), (10000, 16000)):
        yield case("rate-factor", {"factor": factor}, fixedShare=3000, nominal=40000, actual=actual)
    yield case("efficient-workshare", {"shares": [4058, 3140, 1739, 1063]}, capacity=[60, 50, 30, 20],
               readiness=[70, 65, 60, 55])
    for lines, premiums in ((4, (11277, 12553, 13830)), (1, (10377, 10753, 11130))):
        for governance, premium in zip(("lead", "consortium", "unanimity"), premiums):
            yield case("collaboration-premium", {"premium": premium, "mismatch": 758},
                       workshare=[3300, 3300, 2100, 1300], efficient=[4058, 3140, 1739, 1063], lines=lines,
                       governance=governance)
    for governance, rows in (("unanimity", ((2, 14142, 7071), (3, 17320, 5773), (4, 20000, 5000))),
                             ("lead", ((2, 12071, 6036), (3, 13660, 4553), (4, 15000, 3750)))):
        for partners, factor, _ in rows:
            yield case("development-cost", {"factor": factor}, cost=10000, partners=partners, governance=governance,
                       share=10000)
        for partners, _, payment in rows:
            if partners != 3:
                yield case("development-cost", {"payment": payment}, cost=10000, partners=partners,
                           governance=governance, share=10000 // partners)
    offer = {"price": 9000, "content": 5500, "threshold": 6500, "penalty": 5000}
    yield case("buy-national", {"evaluated": 13500}, waived=False, **offer)
    yield case("buy-national", {"evaluated": 9000}, waived=True, **offer)
    chain = {"ratificationClass": "b", "sensitivity": 3, "exportStrictness": 10000, "securityAgreement": False,
             "trust": 5000, "exempt": False, "licence": "agreement", "extraOwners": 0, "contracting": "far",
             "toolingBase": 720, "organisation": 6000, "testRecognition": False, "parallel": False}
    yield case("gates", {"ratification": 90, "disclosure": 180, "licence": 180, "contracting": 360, "tooling": 684,
                         "test": 120, "total": 1614}, **chain)
    yield case("gates", {"ratification": 90, "disclosure": 45, "licence": 0, "contracting": 120, "tooling": 684,
                         "test": 60, "total": 999},
               **{**chain, "exempt": True, "contracting": "ota", "testRecognition": True})
    yield case("gates", {"disclosure": 90, "tooling": 500, "total": 815},
               **{**chain, "ratificationClass": "a", "securityAgreement": True, "trust": 6500, "licence": "expedited",
                  "contracting": "ota", "toolingBase": 540, "organisation": 6500, "testRecognition": True})
    for days, partners, governance, capacity, part in (
            (1614, 2, "consortium", 0, {"credit": 176, "outputTurn": 10, "leftoverDays": 146}),
            (999, 2, "consortium", 0, {"credit": 176, "outputTurn": 6, "leftoverDays": 57}),
            (1614, 4, "unanimity", 0, {"credit": 164, "outputTurn": 10, "leftoverDays": 26}),
            (815, 4, "consortium", 12000, {"credit": 169, "outputTurn": 5, "leftoverDays": 30, "firstOutput": 2130})):
        yield case("gate-schedule", part, totalDays=days, turnDays=180, partners=partners, governance=governance,
                   capacity=capacity)
    for workforce, ramp in ((10000, (14000, 16800, 20160, 24192, 29030, 34836, 41803)),
                            (8000, (14000, 16240, 18838, 21852, 25348, 29404, 34109))):
        for before, after in zip(ramp, ramp[1:]):
            yield case("capacity-growth", {"growth": after - before}, capacity=before, workforce=workforce,
                       investment=10 ** 9, costPerThousand=5000)
    for rated, given in ((False, [249219, 27187, 13594]), (True, [246552, 30000, 13448])):
        yield case("input-allocation", {"allocations": given}, supply=290000,
                   requests=[{"amount": 275000, "rated": False}, {"amount": 30000, "rated": rated},
                             {"amount": 15000, "rated": False}])
    for cu, surge, load, inputs, output in ((24000, 2500, 1000, [28000], 28000), (47500, 0, 190, [], 250000),
                                            (2750, 0, 190, [], 14474), (2750, 2500, 190, [], 18095)):
        yield case("line-output", {"output": output}, lineCapacity=cu, surge=surge, load=load, inputs=inputs)
    for civil, gain in ((5000, 160), (6000, 80)):
        yield case("own-research", {"gain": gain}, spend=40000, readiness=5000, organisation=6000, civil=civil,
                   posture="none")
    yield case("transfer", {"gain": 144}, readiness=5000, partnerReadiness=8000, depth=800, organisation=6000)
    for posture, barrier, path in (("cimic", 4000, (4000, 4240, 4444, 4617, 4765, 4890, 4997, 5088, 5165)),
                                   ("mcf", 4000, (4000, 4120, 4329, 4615, 4960, 5343, 5741, 6134, 6504))):
        for turn, (before, after) in enumerate(zip(path, path[1:])):
            yield case("civil-technology", {"gain": after - before}, posture=posture, readiness=before, civil=8000,
                       barrier=barrier, maturity=1000 + 800 * turn, plugAndPlay=0, firstAdoption=turn == 0, funded=True)
    layers = (2000, 3000, 1500, 1000)
    yield case("interoperability-composite", {"composite": 1438}, layers=list(layers))
    for after, composite in (((3240, 4120, 2061, 1486), 2107), ((4232, 5061, 2687, 2048), 2778),
                             ((5026, 5851, 3334, 2641), 3427), ((5661, 6515, 3884, 3145), 3973)):
        yield case("interoperability-technical", {"value": after[0]}, value=layers[0], standard=True,
                   commonEquipment=4000)
        yield case("interoperability-procedural", {"value": after[1]}, value=layers[1], intensity=2)
        yield case("interoperability-logistic", {"value": after[2]}, value=layers[2], technical=after[0],
                   agreement="acsa")
        yield case("interoperability-data", {"value": after[3]}, value=layers[3], technical=after[0],
                   securityAgreement=True, sharing=True, trust=6499, trustBack=6500)
        yield case("interoperability-composite", {"composite": composite, "level": composite // 2000},
                   layers=list(after))
        layers = after
    for before, after in zip((1500, 1650, 1778, 1886), (1650, 1778, 1886, 1978)):
        yield case("interoperability-logistic", {"value": after}, value=before, technical=2000, agreement="none")
    for before, after in zip((1000, 1150, 1278, 1386), (1150, 1278, 1386, 1478)):
        yield case("interoperability-data", {"value": after}, value=before, technical=2000, securityAgreement=False,
                   sharing=False, trust=0, trustBack=0)
    yield case("interoperability-composite", {"composite": 1646}, layers=[2000, 1800, 1978, 1478])
    for holders, sensitivity, security, maturity, increment in (
            (2, 3, 8000, 0, 130), (5, 3, 6500, 0, 691), (5, 3, 6500, 5000, 835), (8, 4, 6000, 5000, 1903)):
        yield case("leak", {"increment": increment, "fired": False}, meter=0, holders=holders, sensitivity=sensitivity,
                   meanSecurity=security, meanMaturity=maturity, extra=0)
    for turn in range(6):
        yield case("leak", {"fired": turn == 5, "meter": 2000 if turn == 5 else 1903 * (turn + 1)}, meter=1903 * turn,
                   holders=8, sensitivity=4, meanSecurity=6000, meanMaturity=5000, extra=0)
    calm = {key: 0 for key in oracle.ARGUMENTS["trust"]}
    for start, event, after in ((6200, {}, 6200), (6200, {"met": 3}, 6320), (6200, {"met": 3, "breached": 1}, 4320),
                                (6000, {"observedBreach": 1}, 5504)):
        yield case("trust", {"trust": after}, **{**calm, "trust": start, "affinity": 8000, **event})
    yield case("readiness", {"readiness": 3360}, adequacy=[6000, 3000, 4500], weights=[5000, 3000, 2000],
               procedural=4000)
    for posture, composite, trust, contribution, gap in ((3000, 5200, 6500, 710, 2080), (500, 1631, 5000, 29, 2761)):
        yield case("partner-contribution", {"contribution": contribution}, readiness=7000, posture=posture,
                   composite=composite, trust=trust)
        yield case("gap", {"pressure": 6750, "support": contribution, "gap": gap}, threat=7500, exposure=9000,
                   readiness=3360, contributions=[contribution], asymmetric=600)
    ties = {"a|b": (4300, 6200, 6000, 2623), "a|c": (5200, 6500, 6700, 3432), "b|c": (2600, 5800, 6200, 1560),
            "a|d": (2800, 6000, 5400, 1596), "b|d": (900, 5200, 5000, 459), "c|d": (3600, 7000, 5600, 2268)}
    for depth, trust, back, weight in ties.values():
        clauses = [{"weight": 900, "remaining": -1, "status": "in-force"}] * (depth // 900)
        clauses.append({"weight": depth % 900, "remaining": 8, "status": "in-force"})
        yield case("edge", {"depth": depth, "weight": weight}, clauses=clauses, trust=trust, trustBack=back)
    yield case("groups", {"groups": [["a", "b", "c"], ["a", "c", "d"]], "lattice": 7500, "hub": 6409},
               states=list("abcd"), weights={pair: tie[3] for pair, tie in ties.items()}, threshold=1500,
               families={"a|b": ["IND"], "a|c": ["OPS"], "b|c": ["IND"], "a|d": ["IND"], "c|d": ["OPS"]})
    yield case("formation", {"formation": 4033}, depths=[4300, 5200, 2600])
    yield case("formation", {"formation": 3867}, depths=[5200, 2800, 3600])
    yield case("typology", {"capacity": 4533, "interoperability": 5467, "quadrant": "common-shield"},
               capacities=[7200, 3800, 2600], composites=[5600, 6100, 4700], threshold=5000)
    yield case("typology", {"capacity": 6233, "interoperability": 5233, "quadrant": "integrated-arsenal"},
               capacities=[7200, 2600, 8900], composites=[6100, 5200, 4400], threshold=5000)
    yield case("management", {"fairness": 8600, "management": 8430}, onTime=8000, honoured=9500,
               benefit=[4500, 3300, 2200], contribution=[5200, 3000, 1800], trust=6233, settled=10000)
    yield case("salience", {"salience": 4385}, capability=4200, threatClosed=5500, weakestLayer=4700, commitment=3000)
    yield case("ratification-cost", {"cost": 1242}, ratificationClass="c", threat=7000, commonPartners=2)
    for shares, index in (([7000, 2000, 1000], 5400), ([4000, 3000, 3000], 3400)):
        yield case("concentration", {"concentration": index}, shares=shares, trusted=[False] * 3)
    yield case("entry-barrier", {"barrier": 5875}, barriers=[7000, 6500, 5000, 6000, 4500, 5000])
    for barrier, margin in ((3000, 600), (5000, 0), (6000, -300)):
        yield case("firms", {"margin": margin}, barrier=barrier, subsidy=0, pool=0, firms=0, connections=0)
    for quantity, cost in ((1, 5400), (50, 4407), (200, 4260)):
        premium = oracle.answer("licence-premium", {"base": 3500, "cumulativeUnits": quantity})["premium"]
        yield case("licence-premium", {"premium": premium}, base=3500, cumulativeUnits=quantity)
        yield case("unit-cost", {"unitCost": cost},
                   **{**unit, "listCost": 4000, "ownQuantity": 100, "licencePremium": premium})
    for readiness, organisation, gain in ((5000, 7000, 175), (3000, 4500, 158), (8000, 7500, 75)):
        yield case("accelerator", {"teams": 100, "wins": 20, "gain": gain}, pool=40000, readiness=readiness,
                   organisation=organisation)
    yield case("national-score", {"national": 5940}, security=7800, latent=4600, cost=5600, interoperability=4700,
               technology=5900, economy=5200, privateCards=0, conduct=0)
    for exponent, targets in (("4", (9000, 8998, 8980, 8901, 8687, 8237, 7418, 6069, 4000)),
                              ("2", (9000, 8922, 8687, 8297, 7750, 7047, 6187, 5172, 4000)),
                              ("1", (9000, 8375, 7750, 7125, 6500, 5875, 5250, 4625, 4000)),
                              ("half", (9000, 7232, 6500, 5938, 5464, 5047, 4670, 4323, 4000))):
        for step, target in enumerate(targets):
            yield case("concession-target", {"target": target}, best=9000, reservation=4000, round=step, rounds=8,
                       exponent=exponent)
    # Two worlds: with a deal and without.
    for stock, share, procedural, ready, posture, composite, trust, partner, gap in (
            (22065, 2758, 6515, 1367, 2500, 3973, 6000, 250, 4653),
            (15000, 1875, 1800, 664, 500, 1646, 5500, 19, 5587)):
        yield case("adequacy", {"adequacy": share}, stock=stock, requirement=80000)
        yield case("readiness", {"readiness": ready}, adequacy=[share, 0], weights=[6000, 4000], procedural=procedural)
        yield case("partner-contribution", {"contribution": partner}, readiness=4200, posture=posture,
                   composite=composite, trust=trust)
        yield case("gap", {"gap": gap}, threat=6600, exposure=9500, readiness=ready, contributions=[partner],
                   asymmetric=0)


def compare_examples(program, report):
    lines = [request(name, json.loads(given)) for name, given, _ in EXAMPLES]
    _, answers = batch(program, lines)
    for (name, given, wanted), line, got in zip(EXAMPLES, lines, answers):
        report.compare(name, "example", line, got, '{"out":' + wanted + "}")
        report.compare(name, "oracle", line, write(oracle.answer(name, json.loads(given))), wanted)
    cases = list(golden_cases())
    lines = [request(name, arguments) for name, arguments, _ in cases]
    _, answers = batch(program, lines)
    for (name, arguments, part), line, got in zip(cases, lines, answers):
        found = json.loads(got).get("out", {})
        report.compare(name, "golden", line, {key: found.get(key) for key in part}, part)
        own = oracle.answer(name, arguments)
        report.compare(name, "oracle", line, {key: own[key] for key in part}, part)
    return len(EXAMPLES), len(cases)


# --- the list and the single use ---------------------------------------------------------------------------------


def run(program, *words):
    done = subprocess.run([program, "calc", *words], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def compare_list(program, report):
    status, out, _ = run(program, "--list")
    found = [tuple(line.split(None, 2)) for line in out.splitlines()]
    wanted = [(name, equation, sentence) for name, equation, sentence, _, _ in oracle.TABLE]
    report.compare("--list", "list", "--list", (status, found), (0, wanted))
    status, out, _ = run(program, "--list", "--json")
    found = [(row["name"], row["equation"], row["summary"], row["out"],
              [(a["argument"], a["allowed"]) for a in row["in"]]) for row in json.loads(out)]
    report.compare("--list", "list", "--list --json", (status, found), (0, oracle.TABLE))


def compare_mixed(program, report, rng, count):
    """All names and all kinds of lines in one run: one answer a line, in order, whatever went before."""
    cases = []
    for _ in range(count):
        name = rng.choice([n for n in oracle.NAMES if n != "groups"])
        arguments = some_arguments(rng, name)
        if rng.random() < 0.3:
            arguments, _ = rng.choice(list(faulty_arguments(rng, name)))
        error = oracle.fault(name, arguments)
        wanted = None if error else write({"out": oracle.answer(name, arguments)})
        cases.append((request(name, arguments), error, wanted))
        if rng.random() < 0.1:
            cases.append((rng.choice(["", "{", "[]", "null", '{"eq":"nothing","in":{}}', "\x00",
                                      '{"eq":"budget","in":5}']), {}, None))
    status, answers = batch(program, [line for line, _, _ in cases])
    report.compare("--batch", "mixed", "(status and length)", (status, len(answers)), (0, len(cases)))
    for (line, error, wanted), got in zip(cases, answers):
        if wanted is not None:
            report.compare("--batch", "mixed", line, got, wanted)
        else:
            found = read(got).get("error", {})
            report.compare("--batch", "mixed", line, list(found), ["argument", "value", "allowed"])
            if error:
                report.compare("--batch", "mixed", line, found.get("argument"), error["argument"])
    return len(cases)


def compare_fuzz(program, report, rng, count):
    """Several faults at once, and garbled lines: an error that names a fault, or the right answer, nothing else."""
    cases = []
    for _ in range(count):
        name = rng.choice(oracle.NAMES)
        cases.append((name, spoil(rng, some_arguments(rng, name), name)))
    status, answers = batch(program, [request(*case) for case in cases])
    report.compare("--batch", "status", "(several faults)", (status, len(answers)), (0, len(cases)))
    for (name, arguments), got in zip(cases, answers):
        at_fault, found = faults(name, arguments), read(got)
        if at_fault:
            error = found.get("error", {})
            report.compare(name, "several faults", request(name, arguments),
                           (error.get("argument") in at_fault, write(error.get("value"))),
                           (True, write(arguments.get(error.get("argument")))))
        else:
            report.compare(name, "several faults", request(name, arguments), found,
                           {"out": oracle.answer(name, arguments)})
    lines = []
    for _ in range(count):
        name = rng.choice(oracle.NAMES)
        lines.append(garble(rng, request(name, some_arguments(rng, name))))
    lines = [line for line in lines if b"\n" not in line]
    status, answers = batch(program, lines)
    report.compare("--batch", "status", "(garbled)", (status, len(answers)), (0, len(lines)))
    for line, got in zip(lines, answers):
        meant, found = understood(line), read(got)
        shown = line.decode(errors="replace")
        if meant:
            report.compare(meant[0], "garbled", shown, found, {"out": oracle.answer(*meant)})
        else:
            report.compare("--batch", "garbled", shown, list(found.get("error", {})), ["argument", "value", "allowed"])
    return len(cases) + len(lines)


def compare_single(program, report, rng, count):
    """One use of the program a case: the same answer with a trace, and status 2 for a fault."""
    for name in oracle.NAMES:
        for _ in range(count):
            arguments = some_arguments(rng, name)
            text = write(arguments)
            status, out, _ = run(program, name, "--json", text)
            found = json.loads(out)
            report.compare(name, "single", text, (status, write(found.get("out")), out.count("\n")),
                           (0, write(oracle.answer(name, arguments)), 1))
            steps = found.get("trace", [None])
            report.compare(name, "trace", text, (list(found), all(list(step) == ["step", "value"] for step in steps)),
                           (["out", "trace"], True))
            last = {step["step"]: step["value"] for step in steps}
            told = {key: value for key, value in found["out"].items() if type(value) is int and key in last}
            report.compare(name, "trace", text, {key: last[key] for key in told}, told)
            arguments, _ = rng.choice(list(faulty_arguments(rng, name)))
            error = oracle.fault(name, arguments)
            if error is not None:
                text = write(arguments)
                status, out, _ = run(program, name, "--json", text)
                found = read(out).get("error", {})
                report.compare(name, "single fault", text, (status, found.get("argument"), found.get("value")),
                               (2, error["argument"], error["value"]))
    for name in oracle.NAMES:
        for misspelt in (name + "s", name[:-1], name[1:], name.replace(name[1], name[1] * 2, 1)):
            if misspelt in oracle.NAMES:
                continue
            status, out, err = run(program, misspelt, "--json", "{}")
            report.compare(name, "nearest", misspelt, (status, name in out + err), (2, True))


def as_word(rng, kind, value):
    """An argument as people type it."""
    if kind.form == "integer":
        sign = "-" if value < 0 else ""
        if kind.text.endswith(" bp"):
            percent = sign + "%d.%02d%%" % divmod(abs(value), 100)
            return rng.choice([percent, percent.replace(".00%", "%"), "%dbp" % value])
        if kind.text.endswith(" $k"):
            return rng.choice(["%dk" % value] + (["%dm" % (value // 1000)] if value % 1000 == 0 else []))
        return "%dd" % value if kind.text.endswith(" days") and rng.random() < 0.5 else str(value)
    if kind.form == "boolean":
        return rng.choice(["yes", "true"] if value else ["no", "false"])
    if kind.form == "word":
        return value
    if kind.form == "record":
        return ":".join(as_word(rng, inner, value[key]) for key, inner in kind.fields.items())
    if kind.form == "list":
        return ",".join(as_word(rng, kind.element, item) for item in value)
    if kind.form == "shares":
        return ",".join(as_word(rng, oracle.Kind("integer 0..10000 bp"), item) for item in value)
    if kind.form == "states":
        return ",".join(value)
    if kind.form == "pair-weights":
        return ",".join(pair + ":%dbp" % weight for pair, weight in value.items())
    return ",".join(pair + ":" + "+".join(names) for pair, names in value.items() if names)


def compare_words(program, report, rng, count):
    """Arguments in words, in any order, answered in JSON."""
    for name in oracle.NAMES:
        for _ in range(count):
            arguments = some_arguments(rng, name)
            words = [key + "=" + as_word(rng, oracle.KINDS[name][key], value) for key, value in arguments.items()]
            rng.shuffle(words)
            status, out, err = run(program, name, *words, "--json")
            found = json.loads(out).get("out") if status == 0 else out + err
            report.compare(name, "words", " ".join(words), (status, found), (0, oracle.answer(name, arguments)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--cases", type=int, default=2000, help="random valid cases a name")
    parser.add_argument("--faults", type=int, default=20, help="rounds of cases with one fault a name")
    parser.add_argument("--singles", type=int, default=2, help="single uses a name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=oracle.NAMES)
    parser.add_argument("--report", help="write every difference to this file, one JSON object a line")
    options = parser.parse_args()
    report, rows = Report(), []
    for name in options.only or oracle.NAMES:
        rng = random.Random("%d %s" % (options.seed, name))
        valid, same = compare_valid(options.program, report, rng, name, options.cases * INTRICATE.get(name, 1))
        faulty, told = compare_faulty(options.program, report, rng, name, options.faults)
        print("%-28s %7d valid %7d agree %7d faulty %7d agree" % (name, valid, same, faulty, told), flush=True)
    if not options.only:
        print("%d examples, %d golden cases" % compare_examples(options.program, report))
        if options.cases >= SWEEPS_FROM:
            print("%d cases of whole ranges" % compare_sweeps(options.program, report))
        print("%d lines of all kinds in one run" % compare_mixed(options.program, report, random.Random(options.seed),
                                                                 4 * options.cases))
        print("%d lines with several faults or garbled" % compare_fuzz(options.program, report,
                                                                       random.Random(options.seed), options.cases))
        compare_list(options.program, report)
        compare_single(options.program, report, random.Random(options.seed), options.singles)
        compare_words(options.program, report, random.Random(options.seed), options.singles)
    shown = {}
    for difference in report.differences:
        key = difference["name"], difference["kind"]
        shown[key] = shown.get(key, 0) + 1
        if shown[key] == 1:
            print("\n%(name)s, %(kind)s\n  %(line)s\n  got    %(got)s\n  wanted %(wanted)s" % difference)
    for (name, kind), count in shown.items():
        print("%-28s %-14s %d differences" % (name, kind, count))
    if options.report:
        with open(options.report, "w") as file:
            for difference in report.differences:
                file.write(json.dumps(difference, default=lambda raw: raw.text) + "\n")
    print("%d differences" % len(report.differences))
    return 1 if report.differences else 0


if __name__ == "__main__":
    sys.exit(main())
