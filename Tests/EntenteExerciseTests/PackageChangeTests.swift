import Testing

@testable import EntenteExercise

/// A good package with one change: the finding stands at the line and column of the change.
struct PackageChangeTests {
  static let unknownWords = [
    PackageChange(
      "states.yaml", "budget: 180m", "bugdet: 180m\n  budget: 180m", "unknown-key", at: "bugdet"),
    PackageChange(
      "states.yaml", "doctrine: industrial-hub", "doctrine: industrail-hub", "unknown-word",
      at: "industrail-hub"),
    PackageChange(
      "states.yaml", "    canopy: { requirement: 90", "    canpy: { requirement: 90",
      "unknown-programme", at: "canpy"),
    PackageChange(
      "states.yaml", "exposure: { marches: 40% }", "exposure: { marshes: 40% }",
      "unknown-theatre", at: "marshes"),
    PackageChange("states.yaml", "amd: 24000", "amx: 24000", "unknown-key", at: "amx: 24000"),
    PackageChange("programmes.yaml", "owner: dorn", "owner: dron", "unknown-state", at: "dron"),
    PackageChange("programmes.yaml", "sector: amd", "sector: armour", "unknown-word", at: "armour"),
    PackageChange(
      "programmes.yaml", "autonomy: none", "autonomy: some", "unknown-word", at: "some"),
    PackageChange("exercise.yaml", "fog: none", "fog: thick", "unknown-word", at: "thick"),
    PackageChange("exercise.yaml", "press: open", "press: opn", "unknown-word", at: "opn"),
    PackageChange(
      "exercise.yaml", "[dialogue, coprod,", "[dialogue, copord,", "unknown-word", at: "copord"),
    PackageChange("exercise.yaml", "  - surge\n", "  - surg\n", "unknown-word", at: "surg\n"),
    PackageChange("exercise.yaml", "small: [SR17,", "small: [SR22,", "unknown-word", at: "SR22"),
    PackageChange("exercise.yaml", "seats: [head]", "seats: [haed]", "unknown-role", at: "haed"),
    PackageChange("exercise.yaml", "seat: cael", "seat: kael", "unknown-state", at: "kael"),
    PackageChange(
      "exercise.yaml", "- objective: LO2", "- objective: LO9", "unknown-objective", at: "LO9"),
    PackageChange("world.yaml", "type: air", "type: sky", "unknown-word", at: "sky"),
    PackageChange(
      "injects.yaml", "kind: contextual", "kind: contextul", "unknown-word", at: "contextul"),
    PackageChange("injects.yaml", "to: [dorn]", "to: [drn]", "unknown-state", at: "drn]"),
    PackageChange(
      "injects.yaml", "object: dorn-canopy", "object: dorn-canpy", "unknown-line",
      at: "dorn-canpy"),
    PackageChange("injects.yaml", "path: threat,", "path: treat,", "unknown-word", at: "treat,"),
  ]

  @Test("Words that are not known here are found", arguments: unknownWords)
  func unknown(change: PackageChange) throws { try change.check() }

  static let misfits = [
    PackageChange("states.yaml", "budget: 180m", "budget: 180", "unit-missing", at: "180\n"),
    PackageChange("states.yaml", "budget: 180m", "budget: 180%", "wrong-unit", at: "180%"),
    PackageChange("states.yaml", "budget: 180m", "budget: much", "wrong-type", at: "much"),
    PackageChange("states.yaml", "budget: 180m", "budget: 0", "out-of-range", at: "0\n  treasury"),
    PackageChange("states.yaml", "budget: 180m", "budget: [180m]", "wrong-type", at: "[180m]"),
    PackageChange("states.yaml", "amd: 24000", "amd: 24k", "wrong-unit", at: "24k"),
    PackageChange(
      "states.yaml", "organisation: 65%", "organisation: 165%", "out-of-range", at: "165%"),
    PackageChange(
      "states.yaml", "organisation: 65%", "organisation: 65.125%", "too-fine", at: "65.125%"),
    PackageChange("states.yaml", "asymmetric: 0%", "asymmetric: 16%", "out-of-range", at: "16%"),
    PackageChange("states.yaml", "requirement: 90,", "requirement: 90m,", "wrong-unit", at: "90m"),
    PackageChange("states.yaml", "points: 800", "points: many", "wrong-type", at: "many"),
    PackageChange("programmes.yaml", "sensitivity: 3", "sensitivity: 6", "out-of-range", at: "6\n"),
    PackageChange("programmes.yaml", "slope: 90%", "slope: 40%", "out-of-range", at: "40%"),
    PackageChange(
      "programmes.yaml", "developed: true", "developed: maybe", "wrong-type", at: "maybe"),
    PackageChange("exercise.yaml", "turnDays: 360", "turnDays: 361", "out-of-range", at: "361"),
    PackageChange("exercise.yaml", "negotiate: 480", "negotiate: eight", "wrong-type", at: "eight"),
    PackageChange(
      "exercise.yaml", "contracting: 180", "contracting: 180d", "wrong-unit", at: "180d"),
    PackageChange("exercise.yaml", "answer: 4", "answer: 5", "out-of-range", at: "5\n    why"),
    PackageChange(
      "world.yaml", "[30%, 30%, 20%, 15%]", "[30%, 30%, 20%]", "out-of-range", at: "[30%, 30%"),
    PackageChange("injects.yaml", "amount: 60,", "amount: 60%,", "wrong-unit", at: "60%, turns: 0"),
    PackageChange("injects.yaml", "amount: 10%,", "amount: 10,", "unit-missing", at: "10, turns"),
  ]

  @Test("Values that do not fit are found", arguments: misfits)
  func values(change: PackageChange) throws { try change.check() }

  static let brokenWholes = [
    PackageChange(
      "world.yaml", "uas: 40% }", "uas: 39% }", "shares-not-whole", at: "{ amd: 60%, uas"),
    PackageChange(
      "exercise.yaml", "{ sen: 50%, aut: 50% }", "{ sen: 50%, aut: 49.99% }",
      "shares-not-whole", at: "{ sen: 50%"),
    PackageChange(
      "exercise.yaml", "economy: 15", "economy: 14", "shares-not-whole", at: "{ security: 30"),
    PackageChange(
      "exercise.yaml", "learning: 40%", "learning: 41%", "shares-not-whole", at: "national: 40%"),
    PackageChange(
      "exercise.yaml", "debrief: 30%", "debrief: 20%", "shares-not-whole", at: "{ prediction"),
  ]

  @Test("Shares that do not make a whole are found where they stand", arguments: brokenWholes)
  func wholes(change: PackageChange) throws { try change.check() }

  static let nonsense = [
    PackageChange(
      "states.yaml", "gap(cael) <= 4000", "gap(kael) <= 4000", "unknown-state", at: "kael"),
    PackageChange(
      "states.yaml", "\"suppliers(cael) >= 2\"", "\"suppliers(cael) > 2\"", "bad-condition",
      at: "> 2"),
    PackageChange(
      "states.yaml", "sector=amd money=27m", "sector=amd money=27", "unit-missing", at: "27\n"),
    PackageChange(
      "states.yaml", "fund-rd domain=sen money=9m", "fund-dr domain=sen money=9m",
      "unknown-order", at: "fund-dr"),
    PackageChange(
      "states.yaml", "points: 800", "points: 801", "too-many-points", at: "- points: 801"),
    PackageChange(
      "exercise.yaml", "programme=lantern lots=12", "programme=lanten lots=12",
      "unknown-value", at: "lanten"),
    PackageChange(
      "exercise.yaml", "\"exercise intensity=2; acsa;", "\"exercise intensity=5; acsa;",
      "out-of-range", at: "5; acsa"),
    PackageChange(
      "exercise.yaml", "exercise intensity=2; acsa;",
      "coprod programme=lantern lines=cael workshare=aster:50%,cael:49%;", "shares-not-whole",
      at: "\"coprod programme"),
    PackageChange(
      "exercise.yaml", "exercise intensity=2; acsa;", "offtake programme=lantern lots=1;",
      "direction-missing", at: "\"offtake programme"),
    PackageChange(
      "exercise.yaml", "exercise intensity=2; acsa;", "exercise; infoshare;", "clause-not-here",
      at: "\"exercise; infoshare"),
    PackageChange(
      "exercise.yaml", "negotiate: 480", "negotiate: 0", "no-time", at: "{ report: 180"),
    PackageChange(
      "exercise.yaml", "orders: 180", "orders: none", "no-time", at: "none, review: 60"),
    PackageChange(
      "exercise.yaml", "treasury: [budget]", "treasury: []", "no-permission", at: "[]\n  industry"),
    PackageChange("injects.yaml", "        default: true\n", "", "no-default", at: "by: { turn: 3"),
    PackageChange(
      "injects.yaml", "at: { turn: 2,", "at: { turn: 7,", "unreachable", at: "{ turn: 7"),
    PackageChange(
      "injects.yaml", "at: { turn: 2, phase: report", "at: { turn: 2, phase: orders",
      "bad-moment", at: "{ turn: 2"),
    PackageChange(
      "injects.yaml", "object: marches, op: ADD, amount: 10%", "op: ADD, amount: 10%",
      "missing-key", at: "{ path: threat"),
    PackageChange(
      "world.yaml", "id: marches", "id: marches\n    colour: red", "unknown-key", at: "colour"),
  ]

  @Test("What reads well and makes no sense is found", arguments: nonsense)
  func sense(change: PackageChange) throws { try change.check() }
}
