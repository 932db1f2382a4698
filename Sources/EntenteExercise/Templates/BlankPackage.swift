/// The texts of an exercise with two states and one programme, each with a word on what to put in
/// its place.
enum BlankPackage {
  static func texts(id: String) -> [(path: String, text: String)] {
    [
      (PackageFile.exercise, exercise(id)), (PackageFile.states, states),
      (PackageFile.programmes, programmes), (PackageFile.world, world),
      (PackageFile.injects, injects), (PackageFile.publicBrief, publicBrief),
      (PackageFile.brief(of: "east"), brief("East", "halls and workers")),
      (PackageFile.brief(of: "west"), brief("West", "the design of the beacon")),
      (PackageFile.guide, guide), (PackageFile.readme, readme(id)),
    ]
  }

  private static func exercise(_ id: String) -> String {
    """
    # What is played: titles, objectives, formats, menus, rules.
    # Money 180m or 900k, shares 55%, everything that is counted bare.
    id: \(id)
    title: A new exercise
    summary: Two or three sentences that say who should play this, and what they will learn.
    language: en
    authors: [Your name]
    licence: CC-BY-4.0

    objectives:
      - { id: LO1, text: Say what people should be able to do afterwards. }

    turnDays: 180
    names: fictional
    fog: none
    formats:
      class:
        title: Classroom
        turns: 4
        clock: { report: 180, negotiate: 480, ratify: 0, orders: 180, review: 60 }
        advance: clock
        actions: 6
        around: { brief: 8, debrief: 22 }
      solo:
        title: Alone with bots
        turns: 4
        clock: { report: 0, negotiate: none, ratify: 0, orders: none, review: 0 }
        advance: ready
        actions: 6
        seats: [head]
        seat: east
    seats: [head, treasury, industry, diplomat, analyst]

    # The menus: take what serves the objectives. A short menu is a better one.
    clauses: [dialogue, offtake, licprod, standard, exercise, gsoia, term]
    families: [c2, training]
    orders: [fund-rd, invest, readiness, produce, set-capacity, open-line, exercise]

    rules:
      domains: [aut, sen]
      domainWeights: { aut: 50%, sen: 50% }
      off: [inputs, firms, platform]
      small: [SR17, SR19, SR20, SR21]

    quiz:
      - id: first
        question: What must a state have before it may build the design of another?
        options: [Money, A licence of its owner]
        answer: 2
        why: Building the design of another needs its consent; buying finished goods does not.
    survey:
      - { id: again, kind: scale, text: I would use this exercise again. }
    debrief:
      - Which deal changed most, and did you know it when you signed?

    """
  }

  private static let states = """
    # One card a state. A state of the library is shorter: "- { id: usa, base: library, … }".
    # A private card is a condition on the record; give several, worth 800, 600, 400 and 200.
    - id: east
      label: East
      role: Industrial hub
      doctrine: industrial-hub
      confidence: J
      budget: 90m
      capacity: { uas: 30000 }
      technology: { aut: 40%, sen: 50% }
      civil: 60%
      organisation: 60%
      security: 65%
      barriers: 50%
      capital: 55%
      exposure: { border: 60% }
      programmes:
        beacon: { requirement: 80, stock: 10 }
      cards:
        - { points: 800, test: "lines(east,beacon) >= 1", text: Have a beacon line of your own. }
        - { points: 600, test: "keep breaches(east) = 0", text: Never break a promise. }

    - id: west
      label: West
      role: Owner of the design
      doctrine: hegemon-gatekeeper
      confidence: J
      budget: 120m
      capacity: { uas: 40000 }
      technology: { aut: 65%, sen: 60% }
      civil: 70%
      organisation: 70%
      security: 75%
      barriers: 50%
      capital: 55%
      exposure: { border: 40% }
      programmes:
        beacon: { requirement: 100, stock: 40 }
      cards:
        - { points: 800, test: "exports(west) >= 5000", text: Earn at least 5m abroad. }
        - { points: 600, test: "keep consented(west,beacon) = 1", text: Keep control of the beacon. }

    """

  private static let programmes = """
    # What can be bought or built, at the level of budgets and schedules. Of the library:
    # "- { id: p13, base: library }".
    - id: beacon
      label: Beacon sensor lot
      sector: uas
      domains: [aut]
      sensitivity: 1
      owner: west
      confidence: J
      listCost: 600k
      listQuantity: 200
      slope: 85%
      fixedShare: 20%
      load: 1000
      minimumQuantity: 5
      toolingBase: 180
      lines:
        - { state: west, capacity: 40000, cumulativeUnits: 200 }

    """

  private static let world = """
    # Where the threat comes from, and what states are to each other at the start.
    confidence: J
    theatres:
      - { id: border, label: The border, type: hyb, path: [60%, 63%, 66%, 70%] }
    pairs:
      default: { interoperability: [30%, 30%, 20%, 15%], affinity: 70%, trust: 55% }
    adversary: { aut: 55%, sen: 55% }
    deals: []

    """

  private static let injects = """
    # The master list of events, in the order in which they come. "entente injects export" makes a
    # table of it for a spreadsheet.
    - id: welcome
      title: A first turn
      kind: administrative
      at: { turn: 1 }
      from: Secretariat
      to: all
      via: cable
      body: |
        Welcome. Ask your neighbour what it needs: `SAY {partner} :What would help you first?`
      objective: LO1
      expect: Every team sends at least one message before negotiations close.
      expectTest: "messages(team) >= 1"
      expectBy: { turn: 1, phase: negotiate }
      visibility: public

    """

  private static let publicBrief = """
    # What everybody knows

    Say in 150 words where we are, what a turn is, and what can be signed. `STATUS` tells what can
    be done now, `PREVIEW` what an offer would mean, `WHY gap` how a figure came about.

    """

  private static func brief(_ name: String, _ trump: String) -> String {
    """
    # \(name)

    Say in 150 words what this team has and wants. Your trump: \(trump). Your risk: say what can go
    wrong. Your first call: say whom to speak to, and about what.

    """
  }

  private static let guide = """
    # Guide for the facilitator

    Say what happens when, what to watch in each turn, and which questions to ask afterwards.

    """

  private static func readme(_ id: String) -> String {
    """
    # \(id)

    For whom, how long, what it teaches, and where its figures come from.

    """
  }
}
