"""An independent statement of the calculations of `entente calc`, in plain integers.

Every calculation is written here a second time, from its description alone, so that two implementations that
share no code can be compared answer by answer. `compare.py` does the comparing.

    answer(name, arguments)   the result as a dict, its keys in the order of the published answer
    fault(name, arguments)    None, or the error object of an invalid set of arguments with a single fault

Only the standard library is used.
"""

import math
import re

# --- arithmetic ------------------------------------------------------------------------------------------------


def rdiv(n, d):
    """Division rounded half away from zero, for d > 0."""
    return (2 * n + d) // (2 * d) if n >= 0 else -((-2 * n + d) // (2 * d))


def mb(a, b):
    """a times b basis points."""
    return rdiv(a * b, 10000)


def fdiv(n, d):
    """Floor division, for negative values too."""
    return n // d


def clamp(x, low, high):
    return low if x < low else high if x > high else x


def lrm(total, weights):
    """Largest remainder; ties go to the lower index; weights that are all zero count as equal."""
    if not any(weights):
        weights = [1] * len(weights)
    whole = sum(weights)
    parts = [total * w // whole for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[:total - sum(parts)]:
        parts[i] += 1
    return parts


def splitmix64(z):
    mask = (1 << 64) - 1
    z = (z + 0x9E3779B97F4A7C15) & mask
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return z ^ (z >> 31)


def lcf(quantity, slope):
    """The learning curve in ppm: exact at powers of two, a straight chord between them."""
    f, k = 1000000, 0
    while 2 ** (k + 1) <= quantity:
        f, k = rdiv(f * slope, 10000), k + 1
    g = rdiv(f * slope, 10000)
    return f - rdiv((f - g) * (quantity - 2 ** k), 2 ** k)


def layer(value, cap, rate):
    """An interoperability layer rises towards its cap by `rate`, and falls towards it by 100 a turn."""
    return value + mb(cap - value, rate) if cap > value else max(cap, value - 100)


def mean(values):
    return rdiv(sum(values), len(values))


GOVERNANCE_PRICE = {"lead": 5000, "consortium": 10000, "unanimity": 15000}
GOVERNANCE_DEVELOPMENT = {"lead": 5000, "consortium": 7500, "unanimity": 10000}

# --- the calculations ------------------------------------------------------------------------------------------


def allocate(total, weights):
    return {"parts": lrm(total, weights)}


def draw(seed, turn, stream, entity, sides):
    return {"value": splitmix64(seed ^ (turn << 48) ^ (stream << 32) ^ entity) % sides}


def learning_curve(quantity, slope):
    return {"factor": lcf(quantity, slope)}


def unit_cost(listCost, listQuantity, ownQuantity, partnerQuantity, commonality, slope, rateFactor,
              collaborationPremium, licencePremium, surgeFactor):
    effective = max(1, ownQuantity + mb(partnerQuantity, commonality))
    c = rdiv(listCost * lcf(effective, slope), lcf(listQuantity, slope))
    for factor in (rateFactor, collaborationPremium, licencePremium, surgeFactor):
        c = mb(c, factor)
    return {"unitCost": c, "effectiveQuantity": effective}


def rate_factor(fixedShare, nominal, actual):
    return {"factor": clamp(10000 + rdiv(fixedShare * (nominal - actual), actual), 8500, 16000)}


def efficient_workshare(capacity, readiness):
    return {"shares": lrm(10000, [c * r for c, r in zip(capacity, readiness)])}


def collaboration_premium(workshare, efficient, lines, governance):
    mismatch = rdiv(sum(abs(w - e) for w, e in zip(workshare, efficient)), 2)
    extra = 600 * (lines - 1) + 150 * (len(workshare) - 1) + mb(4000, mismatch)
    return {"premium": 10000 + mb(GOVERNANCE_PRICE[governance], extra), "mismatch": mismatch}


def development_cost(cost, partners, governance, share):
    factor = 10000 + mb(math.isqrt(partners * 10 ** 8) - 10000, GOVERNANCE_DEVELOPMENT[governance])
    return {"factor": factor, "payment": mb(mb(cost, factor), share)}


def licence_premium(base, cumulativeUnits):
    return {"premium": 10000 + mb(base, rdiv(lcf(cumulativeUnits, 8000), 100))}


def buy_national(price, content, threshold, penalty, waived):
    return {"evaluated": price if waived or content >= threshold else mb(price, 10000 + penalty)}


def gates(ratificationClass, sensitivity, exportStrictness, securityAgreement, trust, exempt, licence, extraOwners,
          contracting, toolingBase, organisation, testRecognition, parallel):
    ratification = {"a": 0, "b": 90, "c": 180}[ratificationClass]
    if exempt and sensitivity <= 3:
        multiplier = 2500
    elif securityAgreement and trust >= 6500:
        multiplier = 5000
    else:
        multiplier = 10000
    disclosure = mb(mb(90 * max(0, sensitivity - 1), exportStrictness), multiplier)
    if exempt:
        days = 0 if sensitivity <= 3 else 45
    else:
        days = {"expedited": 45, "standard": 60, "agreement": 180}[licence]
    days += 30 * extraOwners
    contract = {"far": 360, "agency": 240, "ota": 120}[contracting]
    tooling = mb(toolingBase, 12500 - rdiv(organisation, 2))
    test = 60 if testRecognition else 120
    access = max(disclosure, days) if parallel else disclosure + days
    return {"ratification": ratification, "disclosure": disclosure, "licence": days, "contracting": contract,
            "tooling": tooling, "test": test, "total": ratification + access + contract + tooling + test}


def gate_schedule(totalDays, turnDays, partners, governance, capacity):
    credit = mb(turnDays, 10000 - mb(200 * (partners - 1), GOVERNANCE_PRICE[governance]))
    whole, rest = divmod(totalDays, credit)
    leftover = credit - rest
    return {"credit": credit, "outputTurn": whole + 1, "leftoverDays": leftover,
            "firstOutput": rdiv(capacity * leftover, credit)}


def capacity_growth(capacity, workforce, investment, costPerThousand):
    growth = min(fdiv(investment * 1000, costPerThousand), max(mb(capacity, mb(2000, workforce)), 500))
    return {"growth": growth, "refund": investment - rdiv(growth * costPerThousand, 1000)}


def capacity_decay(capacity, utilisation):
    return {"loss": mb(capacity, 300) if utilisation < 4000 else 0}


def line_output(lineCapacity, surge, load, inputs):
    return {"output": min([rdiv(mb(lineCapacity, 10000 + surge) * 1000, load)] + inputs)}


def input_allocation(supply, requests):
    result = [0] * len(requests)
    left = supply
    for rated in (True, False):
        group = [i for i, r in enumerate(requests) if r["rated"] is rated]
        asked = [requests[i]["amount"] for i in group]
        given = asked if sum(asked) <= left else lrm(left, asked)
        for i, amount in zip(group, given):
            result[i] = amount
        left -= sum(given)
    return {"allocations": result}


def concentration(shares, trusted):
    return {"concentration": rdiv(sum(s * s for s, t in zip(shares, trusted) if not t), 10000)}


def fragility(criticality, concentration):
    return {"fragility": sum(mb(c, h) for c, h in zip(criticality, concentration))}


def own_research(spend, readiness, organisation, civil, posture):
    g = min(1200, 20 * math.isqrt(fdiv(spend, 100)))
    if civil > readiness + 500 and posture == "none":
        g = rdiv(g, 2)
    return {"gain": mb(mb(g, 10000 - readiness), 5000 + rdiv(organisation, 2))}


def transfer(readiness, partnerReadiness, depth, organisation):
    return {"gain": mb(mb(max(0, partnerReadiness - readiness), depth), organisation)}


def civil_technology(posture, readiness, civil, barrier, maturity, plugAndPlay, firstAdoption, funded):
    gain = 0
    if posture == "cimic":
        reach = max(0, mb(civil, 7000) - readiness)
        gain = mb(mb(reach, 2500), 10000 - barrier)
        if firstAdoption:
            gain += mb(reach, plugAndPlay)
    elif posture == "mcf":
        gain = mb(mb(max(0, civil - readiness), mb(5000, maturity)), 10000 - barrier)
        if funded:
            maturity = min(10000, maturity + 800)
    return {"gain": gain, "maturity": maturity}


def entry_barrier(barriers):
    return {"barrier": rdiv(sum(w * b for w, b in zip((25, 20, 15, 15, 15, 10), barriers)), 100)}


def firms(barrier, subsidy, pool, firms, connections):
    margin = 1500 - mb(barrier, 3000) + subsidy
    count = max(0, firms + fdiv(pool * margin, 40000))
    return {"margin": margin, "firms": count, "bonus": mb(min(300, 5 * count), connections)}


def accelerator(pool, readiness, organisation):
    teams = fdiv(pool, 400)
    wins = fdiv(teams * 2000, 10000)
    return {"teams": teams, "wins": wins,
            "gain": mb(mb(min(600, 25 * wins), 10000 - readiness), organisation), "tokens": fdiv(wins, 5)}


def interoperability_technical(value, standard, commonEquipment):
    return {"value": layer(value, (7000 if standard else 2000) + mb(3000, commonEquipment), 2000)}


def interoperability_procedural(value, intensity):
    return {"value": value + mb(10000 - value, 800 * intensity) if intensity else max(0, value - 300)}


def interoperability_logistic(value, technical, agreement):
    cap = {"none": 2500, "acsa": 7000, "sustain": 9000}[agreement]
    return {"value": layer(value, min(cap, technical + 2000), 1500)}


def interoperability_data(value, technical, securityAgreement, sharing, trust, trustBack):
    cap = 2000
    if securityAgreement:
        cap = 9000 if sharing and trust >= 6500 and trustBack >= 6500 else 6000
    return {"value": layer(value, min(cap, technical + 1000), 1500)}


def interoperability_composite(layers):
    composite = rdiv(min(layers) + rdiv(sum(layers), 4), 2)
    return {"composite": composite, "level": min(4, fdiv(composite, 2000))}


def leak(meter, holders, sensitivity, meanSecurity, meanMaturity, extra):
    increment = mb(120 * (holders - 1) * sensitivity + mb(600, meanMaturity), 10000 - mb(meanSecurity, 8000)) + extra
    fired = meter + increment >= 10000
    return {"increment": increment, "meter": 2000 if fired else meter + increment, "fired": fired}


def trust(trust, affinity, met, signed, ratified, late, partial, breached, observedBreach, withdrewWithNotice,
          withdrewWithout, crisisAid, refusedAid, refusedReexport, jointDelivery):
    drift = mb(3000 + mb(4000, affinity) - trust, 200)
    events = (min(160, 40 * met) + 100 * signed + 150 * ratified - 120 * late - 250 * partial - 2000 * breached
              - 500 * observedBreach - 400 * withdrewWithNotice - 1200 * withdrewWithout + 400 * crisisAid
              - 600 * refusedAid - 250 * refusedReexport + 50 * jointDelivery)
    return {"trust": clamp(trust + drift + events, 0, 10000)}


def ratification_cost(ratificationClass, threat, commonPartners):
    base = {"a": 0, "b": 600, "c": 1800}[ratificationClass]
    return {"cost": mb(base, 10000 - mb(3000, threat) - min(1500, 500 * commonPartners))}


def political_capital(capital, domesticWork, threat, spent):
    return {"capital": clamp(capital + 150 + min(300, fdiv(domesticWork, 5000)) + mb(200, threat) - spent, 0, 10000)}


def adequacy(stock, requirement):
    return {"adequacy": min(10000, rdiv(10000 * stock, requirement)) if requirement else 10000}


def readiness(adequacy, weights, procedural):
    return {"readiness": mb(sum(rdiv(a * w, 10000) for a, w in zip(adequacy, weights)), 5000 + rdiv(procedural, 2))}


def partner_contribution(readiness, posture, composite, trust):
    return {"contribution": mb(mb(mb(readiness, posture), composite), trust)}


def gap(threat, exposure, readiness, contributions, asymmetric):
    pressure, support = mb(threat, exposure), min(4000, sum(contributions))
    return {"pressure": pressure, "support": support, "gap": max(0, pressure - readiness - support - asymmetric)}


def latent(weights, readiness, capacity, partners):
    own = sum(mb(w, min(r, c)) for w, r, c in zip(weights, readiness, capacity))
    access = min(3000, sum(mb(mb(p["latent"], p["depth"]), p["trust"]) for p in partners))
    return {"own": own, "access": access, "latent": min(10000, own + access)}


def threat(path, inject, adversary, salience):
    return {"threat": clamp(path + inject + mb(600, adversary) - mb(800, salience), 1500, 10000)}


def adversary(level, cohesion, leaks):
    return {"level": min(10000, level + 120 + mb(80, cohesion) + leaks)}


def governance_erosion(meter, fusion, framework, looseControl, closedRegime):
    growth = ((75 if framework else 150) if fusion else 0) + 100 * looseControl + 50 * closedRegime
    return {"meter": clamp(meter + (growth or -50), 0, 10000)}


def edge(clauses, trust, trustBack):
    depth = 0
    for c in clauses:
        time = 10000 if c["remaining"] == -1 else min(10000, 1250 * c["remaining"])
        depth += mb(mb(c["weight"], time), {"in-force": 10000, "signed": 5000, "suspended": 0}[c["status"]])
    depth = min(10000, depth)
    return {"depth": depth, "weight": mb(depth, rdiv(trust + trustBack, 2))}


def groups(states, weights, families, threshold):
    n = len(states)
    pair = {(i, j): weights[states[i] + "|" + states[j]] for i in range(n) for j in range(i + 1, n)}
    edges = {p for p, w in pair.items() if w >= threshold}
    # A subset, as a bit mask, with the lowest member taken away is a smaller subset that was seen before.
    clique, union, found = [True] * (1 << n), [frozenset()] * (1 << n), set()
    for mask in range(1, 1 << n):
        rest = mask & (mask - 1)
        low = (mask ^ rest).bit_length() - 1
        others = [j for j in range(low + 1, n) if mask >> j & 1]
        clique[mask] = clique[rest] and all((low, j) in edges for j in others)
        if not clique[mask]:
            continue
        union[mask] = union[rest].union(*(families.get(states[low] + "|" + states[j], []) for j in others))
        if len(others) >= 2 and len(union[mask]) >= 2:
            found.add(mask)
    # With a member more a group keeps its families, so a group that is not maximal has a neighbour above it.
    maximal = [m for m in found if not any(m | 1 << i != m and m | 1 << i in found for i in range(n))]
    degree = [sum(1 for p in edges if i in p) for i in range(n)]
    triangles = sum(1 for i in range(n) for j in range(i + 1, n) for k in range(j + 1, n)
                    if {(i, j), (i, k), (j, k)} <= edges)
    triples = sum(d * (d - 1) // 2 for d in degree)
    strength = [sum(w for p, w in pair.items() if i in p) for i in range(n)]
    total = sum(pair.values())
    return {"groups": sorted([states[i] for i in range(n) if m >> i & 1] for m in maximal),
            "dyads": sorted([states[i], states[j]] for i, j in edges),
            "lattice": rdiv(30000 * triangles, triples) if triples else 0,
            "hub": rdiv(10000 * max(strength), total) if total else 0}


def formation(depths):
    return {"formation": mean(depths)}


def management(onTime, honoured, benefit, contribution, trust, settled):
    fairness = max(0, 10000 - sum(abs(b - c) for b, c in zip(benefit, contribution)))
    return {"fairness": fairness,
            "management": rdiv(30 * onTime + 25 * honoured + 20 * fairness + 15 * trust + 10 * settled, 100)}


def salience(capability, threatClosed, weakestLayer, commitment):
    return {"salience": rdiv(35 * capability + 25 * threatClosed + 20 * weakestLayer + 20 * commitment, 100)}


def typology(capacities, composites, threshold):
    x, y = mean(capacities), mean(composites)
    quadrant = (("integrated-arsenal" if y >= threshold else "parallel-workshops") if x >= threshold else
                ("common-shield" if y >= threshold else "dialogue-table"))
    return {"capacity": x, "interoperability": y, "quadrant": quadrant}


def cost_score(baseline, actual):
    if baseline == 0:
        return {"score": 5000}
    return {"score": clamp(5000 + rdiv((baseline - actual) * 10000, baseline), 0, 10000)}


def national_score(security, latent, cost, interoperability, technology, economy, privateCards, conduct):
    national = rdiv(30 * security + 20 * latent + 15 * cost + 10 * interoperability + 10 * technology + 15 * economy,
                    100)
    return {"national": national, "final": clamp(mb(national, 8000) + privateCards + conduct, 0, 10000)}


def collective_score(meanSecurity, minSecurity, confinement, participation, lattice, delivered, duplicated):
    score = rdiv(30 * meanSecurity + 20 * minSecurity + 15 * confinement + 15 * participation + 10 * lattice
                 + 10 * delivered, 100)
    return {"score": max(0, score - 200 * duplicated)}


def budget(expenditure):
    return {"budget": 2 * math.isqrt(expenditure)}


def concession_target(best, reservation, round, rounds, exponent):
    reservation = min(best, reservation)
    tau = rdiv(10000 * min(round, rounds), rounds)
    if exponent == "half":
        power = math.isqrt(tau * 10000)
    else:
        power = tau
        for _ in range(int(exponent) - 1):
            power = mb(power, tau)
    return {"target": best - mb(best - reservation, power)}


# --- the published table: name, equation, sentence, result, arguments --------------------------------------------

TABLE = [
    ("allocate", "2.1",
     "Largest-remainder allocation of a whole; ties to the lower index; all-zero weights count as equal.",
     "parts", [
        ("total", "integer 0..1000000000"),
        ("weights", "list of 1..14: integer 0..1000000"),
     ]),
    ("draw", "2.1",
     "Keyed draw: SplitMix64 of seed xor turn<<48 xor stream<<32 xor entity (64 bits, unsigned), modulo sides.",
     "value in 0..<sides", [
        ("seed", "integer 0..9223372036854775807"),
        ("turn", "integer 0..200"),
        ("stream", "integer 0..65535"),
        ("entity", "integer 0..4294967295"),
        ("sides", "integer 1..1000000"),
     ]),
    ("learning-curve", "EQ1",
     "Cost factor after a cumulative quantity, relative to the first unit.",
     "factor in ppm", [
        ("quantity", "integer 1..1000000 units"),
        ("slope", "integer 5000..10000 bp"),
     ]),
    ("unit-cost", "EQ2",
     "Unit cost of a line: pooled learning, then rate, collaboration, licence and surge factors, one after another.",
     "unitCost in $k; effectiveQuantity in units", [
        ("listCost", "integer 1..100000000 $k"),
        ("listQuantity", "integer 1..1000000 units"),
        ("ownQuantity", "integer 0..1000000 units"),
        ("partnerQuantity", "integer 0..1000000 units"),
        ("commonality", "integer 0..10000 bp"),
        ("slope", "integer 5000..10000 bp"),
        ("rateFactor", "integer 8500..16000 bp"),
        ("collaborationPremium", "integer 10000..40000 bp"),
        ("licencePremium", "integer 9000..20000 bp"),
        ("surgeFactor", "integer 10000..12000 bp"),
     ]),
    ("rate-factor", "EQ3",
     "Overhead spread over the actual production rate.",
     "factor in bp, 8500..16000", [
        ("fixedShare", "integer 0..10000 bp"),
        ("nominal", "integer 1..10000000 mU/turn"),
        ("actual", "integer 1..10000000 mU/turn"),
     ]),
    ("efficient-workshare", "EQ4",
     "Shares proportional to capacity x readiness.",
     "shares in bp, sum 10000", [
        ("capacity", "list of 2..14: integer 0..10000000 cu"),
        ("readiness", "list of 2..14: integer 0..10000 bp, as long as `capacity`"),
     ]),
    ("collaboration-premium", "EQ4",
     "Price of several lines, partners and a workshare away from the efficient one.",
     "premium in bp, from 10000; mismatch in bp", [
        ("workshare", "list of 2..14 shares in bp that sum to 10000"),
        ("efficient", "list of 2..14 shares in bp that sum to 10000, as long as `workshare`"),
        ("lines", "integer 1..14 lines"),
        ("governance", '"lead" | "consortium" | "unanimity"'),
     ]),
    ("development-cost", "EQ5",
     "Collaborative development: square-root rule scaled by governance, and one partner's payment.",
     "factor in bp; payment in $k", [
        ("cost", "integer 0..1000000000 $k"),
        ("partners", "integer 1..14 partners"),
        ("governance", '"lead" | "consortium" | "unanimity"'),
        ("share", "integer 0..10000 bp"),
     ]),
    ("licence-premium", "EQ6",
     "Extra cost of a licensed line, falling with its own cumulative units on an 80% slope.",
     "premium in bp, around 10000", [
        ("base", "integer -1000..10000 bp"),
        ("cumulativeUnits", "integer 1..1000000 units"),
     ]),
    ("buy-national", "EQ7",
     "Evaluated price of a foreign offer under a domestic-content rule.",
     "evaluated in $k", [
        ("price", "integer 0..1000000000 $k"),
        ("content", "integer 0..10000 bp"),
        ("threshold", "integer 0..10000 bp"),
        ("penalty", "integer 0..10000 bp"),
        ("waived", "true or false"),
     ]),
    ("gates", "EQ8",
     "Days of each gate between signature and first output.",
     "days per gate and total", [
        ("ratificationClass", '"a" | "b" | "c"'),
        ("sensitivity", "integer 0..4"),
        ("exportStrictness", "integer 0..10000 bp"),
        ("securityAgreement", "true or false"),
        ("trust", "integer 0..10000 bp"),
        ("exempt", "true or false"),
        ("licence", '"expedited" | "standard" | "agreement"'),
        ("extraOwners", "integer 0..13 owners"),
        ("contracting", '"far" | "agency" | "ota"'),
        ("toolingBase", "integer 0..3650 days"),
        ("organisation", "integer 0..10000 bp"),
        ("testRecognition", "true or false"),
        ("parallel", "true or false"),
     ]),
    ("gate-schedule", "EQ9",
     "Turn of first output and the part of it that is left, with governance drag on the daily credit.",
     "credit in days/turn; outputTurn, 1 = the turn after entry into force; leftoverDays in it; firstOutput in mU", [
        ("totalDays", "integer 0..20000 days"),
        ("turnDays", "integer 30..360 days"),
        ("partners", "integer 1..14 partners"),
        ("governance", '"lead" | "consortium" | "unanimity"'),
        ("capacity", "integer 0..1000000000 mU/turn"),
     ]),
    ("capacity-growth", "EQ10",
     "Growth of a sector's capacity from investment, limited by workforce; arrives two turns later; unused money "
     "returns.",
     "growth in cu; refund in $k", [
        ("capacity", "integer 0..10000000 cu"),
        ("workforce", "integer 0..10000 bp"),
        ("investment", "integer 0..1000000000 $k"),
        ("costPerThousand", "integer 1..1000000 $k per 1000 cu"),
     ]),
    ("capacity-decay", "EQ11",
     "Loss of an under-used sector.",
     "loss in cu", [
        ("capacity", "integer 0..10000000 cu"),
        ("utilisation", "integer 0..10000 bp"),
     ]),
    ("line-output", "EQ12",
     "Output of a line: capacity with surge over load, bounded by every input.",
     "output in mU", [
        ("lineCapacity", "integer 0..10000000 cu"),
        ("surge", "integer 0..2500 bp"),
        ("load", "integer 1..1000000 cu per unit"),
        ("inputs", "list of 0..6: integer 0..1000000000 mU"),
     ]),
    ("input-allocation", "EQ13",
     "Scarce input: rated requests first, then the rest, each by largest remainder; nobody gets more than asked.",
     "allocations in mU", [
        ("supply", "integer 0..1000000000 mU"),
        ("requests", "list of 1..14: object {amount: integer 0..100000000 mU; rated: true or false}"),
     ]),
    ("concentration", "EQ13",
     "Herfindahl index over suppliers outside the trusted set.",
     "concentration in bp", [
        ("shares", "list of 1..14 shares in bp that sum to 10000"),
        ("trusted", "list of 1..14: true or false, as long as `shares`"),
     ]),
    ("fragility", "EQ13",
     "Criticality-weighted sum of concentrations.",
     "fragility in bp", [
        ("criticality", "list of 1..8: integer 0..10000 bp"),
        ("concentration", "list of 1..8: integer 0..10000 bp, as long as `criticality`"),
     ]),
    ("own-research", "EQ14",
     "Readiness gained by own research; halved where civil technology is already ahead and the posture is none.",
     "gain in bp", [
        ("spend", "integer 0..1000000000 $k"),
        ("readiness", "integer 0..10000 bp"),
        ("organisation", "integer 0..10000 bp"),
        ("civil", "integer 0..10000 bp"),
        ("posture", '"none" | "cimic" | "mcf"'),
     ]),
    ("transfer", "EQ15",
     "Readiness absorbed from a partner.",
     "gain in bp", [
        ("readiness", "integer 0..10000 bp"),
        ("partnerReadiness", "integer 0..10000 bp"),
        ("depth", "integer 0..2000 bp"),
        ("organisation", "integer 0..10000 bp"),
     ]),
    ("civil-technology", "EQ16",
     "Readiness gained from civil technology under CIMIC or MCF; maturity moves only when MCF is funded.",
     "gain in bp; maturity in bp", [
        ("posture", '"none" | "cimic" | "mcf"'),
        ("readiness", "integer 0..10000 bp"),
        ("civil", "integer 0..10000 bp"),
        ("barrier", "integer 0..10000 bp"),
        ("maturity", "integer 0..10000 bp"),
        ("plugAndPlay", "integer 0..10000 bp"),
        ("firstAdoption", "true or false"),
        ("funded", "true or false"),
     ]),
    ("entry-barrier", "EQ17",
     "Weighted barrier from tenders, sales cycle, security compliance, commercial rights, infrastructure, "
     "non-commercial environment.",
     "barrier in bp", [
        ("barriers", "list of 6..6: integer 0..10000 bp"),
     ]),
    ("firms", "EQ17",
     "Margin of a civil firm, entry or exit of firms, and their bonus to readiness.",
     "margin in bp; firms after entry or exit (never below 0); bonus in bp from the new count", [
        ("barrier", "integer 0..10000 bp"),
        ("subsidy", "integer 0..3000 bp"),
        ("pool", "integer 0..100000 firms"),
        ("firms", "integer 0..100000 firms"),
        ("connections", "integer 0..10000 bp"),
     ]),
    ("accelerator", "EQ18",
     "Teams, wins, readiness gain of a member and prototype tokens from an accelerator pool.",
     "teams, wins, tokens (counts); gain in bp", [
        ("pool", "integer 0..10000000 $k"),
        ("readiness", "integer 0..10000 bp"),
        ("organisation", "integer 0..10000 bp"),
     ]),
    ("interoperability-technical", "EQ19",
     "Technical layer after a turn.",
     "value in bp", [
        ("value", "integer 0..10000 bp"),
        ("standard", "true or false"),
        ("commonEquipment", "integer 0..10000 bp"),
     ]),
    ("interoperability-procedural", "EQ19",
     "Procedural layer after a turn of exercises (0 = none).",
     "value in bp", [
        ("value", "integer 0..10000 bp"),
        ("intensity", "integer 0..3"),
     ]),
    ("interoperability-logistic", "EQ19",
     "Logistic layer after a turn; `technical` is this turn's new technical value.",
     "value in bp", [
        ("value", "integer 0..10000 bp"),
        ("technical", "integer 0..10000 bp"),
        ("agreement", '"none" | "acsa" | "sustain"'),
     ]),
    ("interoperability-data", "EQ19",
     "Data layer after a turn; sharing counts only under a security agreement with trust of at least 6500 both ways.",
     "value in bp", [
        ("value", "integer 0..10000 bp"),
        ("technical", "integer 0..10000 bp"),
        ("securityAgreement", "true or false"),
        ("sharing", "true or false"),
        ("trust", "integer 0..10000 bp"),
        ("trustBack", "integer 0..10000 bp"),
     ]),
    ("interoperability-composite", "EQ20",
     "Composite that punishes the weakest layer, and display level 0..4.",
     "composite in bp; level 0..4", [
        ("layers", "list of 4..4: integer 0..10000 bp"),
     ]),
    ("leak", "EQ21",
     "Leak meter of a programme; fires at 10000 and falls back to 2000.",
     "increment, meter in bp; fired", [
        ("meter", "integer 0..9999 bp"),
        ("holders", "integer 1..14 states"),
        ("sensitivity", "integer 0..4"),
        ("meanSecurity", "integer 0..10000 bp"),
        ("meanMaturity", "integer 0..10000 bp"),
        ("extra", "integer 0..2000 bp"),
     ]),
    ("trust", "EQ22",
     "Trust after drift towards the value-affinity baseline and this turn's events (counts); drift first, one clamp "
     "at the end.",
     "trust in bp", [
        ("trust", "integer 0..10000 bp"),
        ("affinity", "integer 0..10000 bp"),
        ("met", "integer 0..20"),
        ("signed", "integer 0..5"),
        ("ratified", "integer 0..5"),
        ("late", "integer 0..5"),
        ("partial", "integer 0..5"),
        ("breached", "integer 0..5"),
        ("observedBreach", "integer 0..5"),
        ("withdrewWithNotice", "integer 0..5"),
        ("withdrewWithout", "integer 0..5"),
        ("crisisAid", "integer 0..5"),
        ("refusedAid", "integer 0..5"),
        ("refusedReexport", "integer 0..5"),
        ("jointDelivery", "integer 0..5"),
     ]),
    ("ratification-cost", "EQ23",
     "Political capital to ratify; threat and common partners make it cheaper.",
     "cost in bp of political capital", [
        ("ratificationClass", '"a" | "b" | "c"'),
        ("threat", "integer 0..10000 bp"),
        ("commonPartners", "integer 0..14 states"),
     ]),
    ("political-capital", "EQ23",
     "Political capital after a turn.",
     "capital in bp", [
        ("capital", "integer 0..10000 bp"),
        ("domesticWork", "integer 0..1000000000 $k"),
        ("threat", "integer 0..10000 bp"),
        ("spent", "integer 0..10000 bp"),
     ]),
    ("adequacy", "EQ24",
     "Stock against requirement; a requirement of 0 is adequate.",
     "adequacy in bp", [
        ("stock", "integer 0..1000000000 mU"),
        ("requirement", "integer 0..1000000000 mU"),
     ]),
    ("readiness", "EQ24",
     "Readiness against a threat type.",
     "readiness in bp", [
        ("adequacy", "list of 1..6: integer 0..10000 bp"),
        ("weights", "list of 1..6 shares in bp that sum to 10000, as long as `adequacy`"),
        ("procedural", "integer 0..10000 bp"),
     ]),
    ("partner-contribution", "EQ24",
     "What one partner adds to another's readiness.",
     "contribution in bp", [
        ("readiness", "integer 0..10000 bp"),
        ("posture", "integer 0..4000 bp"),
        ("composite", "integer 0..10000 bp"),
        ("trust", "integer 0..10000 bp"),
     ]),
    ("gap", "EQ24",
     "Security gap: pressure less readiness, partners (at most 4000) and asymmetric means.",
     "pressure, support, gap in bp", [
        ("threat", "integer 0..10000 bp"),
        ("exposure", "integer 0..10000 bp"),
        ("readiness", "integer 0..10000 bp"),
        ("contributions", "list of 0..13: integer 0..10000 bp"),
        ("asymmetric", "integer 0..1500 bp"),
     ]),
    ("latent", "EQ25",
     "Latent capability: own (lower of readiness and capacity per domain) and access through partners (at most 3000).",
     "own, access, latent in bp", [
        ("weights", "list of 1..8: integer 0..10000 bp"),
        ("readiness", "list of 1..8: integer 0..10000 bp, as long as `weights`"),
        ("capacity", "list of 1..8: integer 0..10000 bp, as long as `weights`"),
        ("partners",
         "list of 0..13: object {latent: integer 0..10000 bp; depth: integer 0..3000 bp; trust: integer 0..10000 bp}"),
     ]),
    ("threat", "EQ26",
     "Threat pressure of a theatre after a turn.",
     "threat in bp, 1500..10000", [
        ("path", "integer 0..10000 bp"),
        ("inject", "integer -5000..5000 bp"),
        ("adversary", "integer 0..10000 bp"),
        ("salience", "integer 0..10000 bp"),
     ]),
    ("adversary", "EQ26",
     "Adversary technology in a domain after a turn.",
     "level in bp", [
        ("level", "integer 0..10000 bp"),
        ("cohesion", "integer 0..10000 bp"),
        ("leaks", "integer 0..6000 bp"),
     ]),
    ("governance-erosion", "EQ27",
     "Erosion meter under fusion without safeguards; -50 in a turn with no cause.",
     "meter in bp", [
        ("meter", "integer 0..10000 bp"),
        ("fusion", "true or false"),
        ("framework", "true or false"),
        ("looseControl", "true or false"),
        ("closedRegime", "true or false"),
     ]),
    ("edge", "EQ28",
     "Depth and weight of the tie between two states from the clauses that bind both (remaining -1 = evergreen).",
     "depth, weight in bp", [
        ("clauses",
         'list of 0..20: object {weight: integer 0..1600 bp; remaining: integer -1..20 turns; status: "in-force" | '
         '"signed" | "suspended"}'),
        ("trust", "integer 0..10000 bp"),
        ("trustBack", "integer 0..10000 bp"),
     ]),
    ("groups", "EQ28",
     "Informal groups: maximal subsets of three or more with every pair at the threshold and two clause families in "
     "their union; dyads are pairs at the threshold; lattice and hub indices.",
     "groups, dyads ascending; lattice, hub in bp (0 when there is nothing to divide by)", [
        ("states", "list of 2..14 distinct state ids, ascending"),
        ("weights", 'object, keys "a|b" with a < b, every unordered pair of `states`: integer 0..10000 bp'),
        ("families", 'object, keys "a|b": list of clause families among IND TEC OPS INF FIN (absent pair: none)'),
        ("threshold", "integer 0..10000 bp"),
     ]),
    ("formation", "EQ29",
     "Mean pair depth of a group.",
     "formation in bp", [
        ("depths", "list of 1..91: integer 0..10000 bp"),
     ]),
    ("management", "EQ29",
     "How well a group is run.",
     "fairness, management in bp", [
        ("onTime", "integer 0..10000 bp"),
        ("honoured", "integer 0..10000 bp"),
        ("benefit", "list of 2..14 shares in bp that sum to 10000"),
        ("contribution", "list of 2..14 shares in bp that sum to 10000, as long as `benefit`"),
        ("trust", "integer 0..10000 bp"),
        ("settled", "integer 0..10000 bp"),
     ]),
    ("salience", "EQ29",
     "How much a group matters.",
     "salience in bp", [
        ("capability", "integer 0..10000 bp"),
        ("threatClosed", "integer 0..10000 bp"),
        ("weakestLayer", "integer 0..10000 bp"),
        ("commitment", "integer 0..10000 bp"),
     ]),
    ("typology", "EQ30",
     "Quadrant of a group from mean capacity and mean composite.",
     "capacity, interoperability in bp; quadrant integrated-arsenal | parallel-workshops | common-shield | "
     "dialogue-table", [
        ("capacities", "list of 3..14: integer 0..10000 bp"),
        ("composites", "list of 3..91: integer 0..10000 bp"),
        ("threshold", "integer 0..10000 bp"),
     ]),
    ("cost-score", "EQ31",
     "Savings against stand-alone prices; nothing bought scores 5000.",
     "score in bp", [
        ("baseline", "integer 0..1000000000 $k"),
        ("actual", "integer 0..1000000000 $k"),
     ]),
    ("national-score", "EQ31",
     "National score and final score with private cards and conduct.",
     "national, final in bp", [
        ("security", "integer 0..10000 bp"),
        ("latent", "integer 0..10000 bp"),
        ("cost", "integer 0..10000 bp"),
        ("interoperability", "integer 0..10000 bp"),
        ("technology", "integer 0..10000 bp"),
        ("economy", "integer 0..10000 bp"),
        ("privateCards", "integer 0..2000 points"),
        ("conduct", "integer -10000..2000 points"),
     ]),
    ("collective-score", "EQ31",
     "Collective score less 200 for each duplicated development.",
     "score in bp, not below 0", [
        ("meanSecurity", "integer 0..10000 bp"),
        ("minSecurity", "integer 0..10000 bp"),
        ("confinement", "integer 0..10000 bp"),
        ("participation", "integer 0..10000 bp"),
        ("lattice", "integer 0..10000 bp"),
        ("delivered", "integer 0..10000 bp"),
        ("duplicated", "integer 0..14 developments"),
     ]),
    ("budget", "2.5",
     "Turn budget from military expenditure: square-root compression, in million game dollars.",
     "budget in game m$", [
        ("expenditure", "integer 0..100000000 million dollars"),
     ]),
    ("concession-target", "bots",
     "Target utility of a time-dependent negotiator; exponent 4 and 2 concede late, 1 evenly, half early.",
     "target in bp; round above rounds counts as rounds, a reservation above best as best", [
        ("best", "integer 0..10000 bp"),
        ("reservation", "integer 0..10000 bp"),
        ("round", "integer 0..50"),
        ("rounds", "integer 1..50"),
        ("exponent", '"4" | "2" | "1" | "half"'),
     ]),
]

NAMES = [row[0] for row in TABLE]
ARGUMENTS = {row[0]: dict(row[4]) for row in TABLE}


def answer(name, arguments):
    """The result of a calculation for valid arguments."""
    return globals()[name.replace("-", "_")](**arguments)


# --- what an argument may be -------------------------------------------------------------------------------------


def is_integer(value, low, high):
    return type(value) is int and low <= value <= high


class Kind:
    """One kind of argument, read from its published sentence."""

    def __init__(self, text):
        self.text = text
        self.companion = None
        m = re.search(r", as long as `(\w+)`$", text)
        if m:
            self.companion, text = m[1], text[:m.start()]
        if m := re.match(r"integer (-?\d+)\.\.(-?\d+)", text):
            self.form, self.low, self.high = "integer", int(m[1]), int(m[2])
        elif text == "true or false":
            self.form = "boolean"
        elif re.fullmatch(r'"[^"]*"( \| "[^"]*")*', text):
            self.form, self.words = "word", re.findall(r'"([^"]*)"', text)
        elif m := re.match(r"list of (\d+)\.\.(\d+) shares in bp that sum to 10000$", text):
            self.form, self.low, self.high = "shares", int(m[1]), int(m[2])
        elif text == "list of 2..14 distinct state ids, ascending":
            self.form, self.low, self.high = "states", 2, 14
        elif m := re.match(r"list of (\d+)\.\.(\d+): ", text):
            self.form, self.low, self.high = "list", int(m[1]), int(m[2])
            self.element = Kind(text[m.end():])
        elif m := re.fullmatch(r"object \{(.*)\}", text):
            self.form = "record"
            self.fields = {k: Kind(v) for k, v in (part.split(": ", 1) for part in m[1].split("; "))}
        elif text.startswith('object, keys "a|b" with a < b, every unordered pair'):
            self.form = "pair-weights"
        elif text.startswith('object, keys "a|b": list of clause families'):
            self.form = "pair-families"
        else:
            raise ValueError(text)

    def accepts(self, value, arguments):
        """Whether the value is allowed beside the other arguments."""
        form = self.form
        if form == "integer":
            return is_integer(value, self.low, self.high)
        if form == "boolean":
            return type(value) is bool
        if form == "word":
            return type(value) is str and value in self.words
        if form == "record":
            return (type(value) is dict and value.keys() == self.fields.keys()
                    and all(kind.accepts(value[key], {}) for key, kind in self.fields.items()))
        if form in ("list", "shares", "states"):
            if type(value) is not list or not self.low <= len(value) <= self.high:
                return False
            if self.companion is not None:
                other = arguments.get(self.companion)
                if type(other) is list and len(other) != len(value):
                    return False
            if form == "list":
                return all(self.element.accepts(item, {}) for item in value)
            if form == "shares":
                return all(is_integer(item, 0, 10000) for item in value) and sum(value) == 10000
            return (all(type(item) is str and re.fullmatch("[a-z][a-z0-9-]*", item) for item in value)
                    and all(a < b for a, b in zip(value, value[1:])))
        states = arguments.get("states", [])
        pairs = {a + "|" + b for i, a in enumerate(states) for b in states[i + 1:]}
        if type(value) is not dict:
            return False
        if form == "pair-weights":
            return value.keys() == pairs and all(is_integer(w, 0, 10000) for w in value.values())
        return value.keys() <= pairs and all(
            type(names) is list and all(type(f) is str and f in ("IND", "TEC", "OPS", "INF", "FIN") for f in names)
            for names in value.values())


KINDS = {name: {argument: Kind(text) for argument, text in rows.items()} for name, rows in ARGUMENTS.items()}


def fault(name, arguments):
    """The error object of arguments that hold at most one fault; None if they are valid."""
    for argument in arguments:
        if argument not in KINDS[name]:
            return {"argument": argument, "value": arguments[argument]}
    for argument, kind in KINDS[name].items():
        if argument not in arguments:
            return {"argument": argument, "value": None, "allowed": kind.text}
        if not kind.accepts(arguments[argument], arguments):
            return {"argument": argument, "value": arguments[argument], "allowed": kind.text}
    return None
