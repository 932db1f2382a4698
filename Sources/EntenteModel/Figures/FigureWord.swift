/// The words a figure's name begins with, one list for people, cards, conditions and events. The
/// raw value is what is typed: `gap:cael`, in a card `gap(cael)`.
package enum FigureWord: String, CaseIterable, Sendable, Codable {
  // Of a state
  case gap, rdy, lat, pressure, support, pc, rep, org, sec, eth, eb, xc, bn, nf, budget, treasury
  case nat, final, conduct, score
  case ic, tr, ct, stock, delivered, domestic, exports, spent, dep, suppliers, breaches, tokens
  case workshare, lines, openlines, adopters, consented, deals, led, ingroup, fairness
  // Of two states
  case trust, val, interop, tie
  // Of programmes and lines
  case leak, dev, wins, output, gates
  case unitCost = "unit-cost"
  // Of the world and its groups
  case th, adv, col, groups, turn, capacity, formation, management, salience

  /// The word people typed, with the long spellings that are read and never printed.
  package init?(typed: String) {
    switch typed.lowercased() {
    case "readiness": self = .rdy
    case "latent": self = .lat
    case let word: self.init(rawValue: word)
    }
  }

  /// What stands behind the word, in order.
  package var objects: [FigureObject.Kind] {
    switch self {
    case .gap, .rdy, .lat, .pressure, .support, .pc, .rep, .org, .sec, .eth, .eb, .xc, .bn, .nf,
      .budget, .treasury, .nat, .final, .conduct, .exports, .dep, .suppliers, .breaches, .led,
      .ingroup, .fairness:
      [.state]
    case .tokens: [.stateOrAll]
    case .score: [.state, .term]
    case .ic: [.state, .sector]
    case .tr, .ct: [.state, .domain]
    case .stock, .delivered, .domestic, .workshare, .consented: [.state, .programme]
    case .lines, .openlines: [.state, .programmeOrAll]
    case .adopters: [.programme, .state]
    case .deals: [.state, .clause]
    case .spent: [.state, .pools]
    case .trust, .val, .interop, .tie: [.state, .state]
    case .leak, .dev: [.programme]
    case .wins: [.clause]
    case .output, .gates: [.line]
    case .unitCost: [.programmeOrLine]
    case .th: [.theatre]
    case .adv: [.domain]
    case .capacity, .formation, .management, .salience: [.group]
    case .col, .groups, .turn: []
    }
  }

  /// What it is counted in.
  package var unit: FigureUnit {
    switch self {
    case .budget, .treasury, .exports, .unitCost: .money
    case .ic: .capacity
    case .output: .lots
    case .gates: .days
    case .nf, .delivered, .suppliers, .breaches, .tokens, .lines, .openlines, .adopters,
      .consented, .deals, .led, .ingroup, .wins, .groups, .turn:
      .count
    default: .points
    }
  }

  /// One sentence that says what it means.
  package var meaning: String {
    switch self {
    case .gap: "Security gap: threat pressure less readiness, partners and asymmetric means."
    case .rdy: "Readiness: stock against need, weighted by the threat, and how well forces fit."
    case .lat:
      "Latent capability: what could be built from own technology and plant, and partners'."
    case .pressure: "Threat pressure: the threat of the theatre that presses most, times exposure."
    case .support: "What partners add to readiness, at most 40 points."
    case .pc: "Political capital: what ratifying and policy orders are paid from."
    case .rep: "Reputation: the mean trust of the others."
    case .org: "Organisation: how well the state turns money and know-how into capability."
    case .sec: "Security of secrets; it opens the door to sensitive programmes."
    case .eth: "Erosion of governance under fusion without safeguards; less is better."
    case .eb: "Entry barrier for civil firms, the mean of six; less is better."
    case .xc: "Strictness of export control as the originator of technology."
    case .bn: "Domestic content that law asks of purchases."
    case .nf: "Civil firms that take part in defence."
    case .budget: "Budget that comes in each turn."
    case .treasury: "Money in hand."
    case .nat: "National score: the six terms with their weights."
    case .final: "National score with private cards and conduct."
    case .conduct: "Conduct: aid honoured less duties missed and promises broken."
    case .score: "One term of the national score: sec, lat, cost, int, tech or econ."
    case .ic: "Industrial capacity of a sector."
    case .tr: "Military technology readiness in a domain."
    case .ct: "Civil technology in a domain."
    case .stock: "Stock of a programme as a share of what is required."
    case .delivered: "Whole lots of a programme the state has had delivered."
    case .domestic: "The state's share of all work done on a programme so far."
    case .exports: "Money earned abroad so far."
    case .spent: "Money paid into pools so far, as a share of the budgets so far."
    case .dep: "Dependence: the largest share of stock and supply that comes from one other state."
    case .suppliers: "Other states that have delivered a lot or more."
    case .breaches: "Duties the state has broken."
    case .tokens: "Prototype tokens in hand."
    case .workshare: "The state's highest agreed share of work on a programme in deals in force."
    case .lines: "Lines of the state for a programme, being set up or open."
    case .openlines: "Open lines of the state for a programme."
    case .adopters:
      "States but this one that hold, or were delivered, a lot or more of a programme."
    case .consented: "1 while nobody got the programme's know-how or lines without consent, else 0."
    case .deals: "Deals in force with such a clause that binds the state."
    case .led: "Deals in force that the state leads."
    case .ingroup: "1 if the state is in the group with most members, else 0."
    case .fairness: "How evenly benefits follow contributions in the state's largest group."
    case .trust: "Trust of the first state in the second."
    case .val: "How near the values of two states are."
    case .interop: "How well two states' forces work together; the weakest layer holds it down."
    case .tie: "Strength of the tie between two states: depth of their deals times trust."
    case .leak: "Leak meter of a programme, its highest value so far; at 100 knowledge leaks."
    case .dev: "How far a programme is developed."
    case .wins: "Results of accelerators so far."
    case .output: "Output of a line in the last turn."
    case .gates: "Days of gates a line still waits for."
    case .unitCost: "Unit cost of a line, or the lowest of a programme's lines."
    case .th: "Threat pressure in a theatre."
    case .adv: "The adversary's technology in a domain."
    case .col: "Collective score of all states."
    case .groups: "Informal groups found at the end of the last turn."
    case .turn: "The turn being played."
    case .capacity: "Mean industrial capacity of a group's members."
    case .formation: "Formation of a group: how deep its deals are."
    case .management: "Management of a group: how well its deals are kept."
    case .salience: "Salience of a group: how much it matters to its members."
    }
  }

  /// How the figure comes about where no equation makes it, in one sentence that also names what
  /// moves it.
  package var rule: String {
    switch self {
    case .rep: "the plain mean of the trust all other states have in this one."
    case .org: "the card's value; reorganise, practice-reform and coprod lines raise it."
    case .sec: "the card's value; security-upgrade raises it."
    case .eb: "the mean of six barriers; reform, framework and accel lower them."
    case .xc: "the law of the state; relax-export and tighten-export move it by 8 points."
    case .bn: "the law of the state; set-bn sets it."
    case .nf: "firms come in where it pays them (CALC firms) and leave where it does not."
    case .budget: "the card's value; events may change it."
    case .treasury: "last turn's money, the budget, and what was paid and received."
    case .conduct:
      "a running sum: -1 for a duty late or partly kept, -8 for a broken one, +1 for aid."
    case .ct: "the card's value; spin-off of own research, coordinate and dualuse raise it."
    case .stock: "lots in store over lots required."
    case .delivered, .exports, .spent, .suppliers, .breaches, .wins: "counted since turn 1."
    case .domestic: "work done at home over all work on the programme since turn 1."
    case .dep: "value received from one state over all value received or built; the largest share."
    case .tokens: "every five wins of an accelerator bring one; a contract by ota uses one up."
    case .workshare, .deals, .led: "read from the deals in force."
    case .lines, .openlines: "counted from the lines that stand; open-line and deals make them."
    case .adopters, .consented: "counted from stocks, lines and what deals allow."
    case .ingroup, .groups: "counted from the groups found at the end of the turn."
    case .fairness: "the members' shares in what deals brought, against what they put in."
    case .gates:
      "the days of the gates a line has not passed yet; once it is open none."
    case .dev: "money paid over the cost of development."
    case .output, .unitCost: "the line has built nothing in this turn; this is what it was."
    case .leak: "nobody else holds the know-how in this turn, so nothing was added."
    case .capacity, .formation, .management, .salience: "there is no such group now."
    case .turn: "the clock."
    default: "nothing has moved it yet."
    }
  }
}
