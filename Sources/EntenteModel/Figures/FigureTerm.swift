/// The words and units of the numbers that an explanation tells, where those of the calculation do
/// not do: equations name them shortly, a class reads them aloud.
enum FigureTerm {
  /// `meanSecurity` as people read it: its own words, else the name with blanks.
  static func words(of name: String) -> String { table[name] ?? Explanation.spaced(name) }

  /// Units of numbers that are told under a figure of another unit.
  static let units = [
    "spread": "bp", "factor": "bp", "intensity": "", "level": "", "paid": "$k", "clauses": "",
    "adequacy": "bp", "weight": "bp", "posture": "bp", "composite": "bp", "trust": "bp",
    "jobs": "$k", "exports": "$k", "spinOff": "$k", "reference": "$k",
    "standAlonePrice": "$k", "actual": "$k", "duplicated": "", "tiesThatCount": "",
    "threshold": "bp", "pairs": "",
    "listPrice": "$k", "utilisation": "bp", "spend": "$k", "listQuantity": "lots",
    "ownQuantity": "lots", "partnerQuantity": "lots", "stockBefore": "mU",
    "other": "bp", "holders": "states",
  ]

  private static let table = [
    // Security
    "contributed": "partners together", "partnersTogether": "together",
    "asymmetric": "asymmetric means", "procedural": "mean procedures with partners",
    "means": "stock weighted by the threat", "postured": "what stands ready",
    "usable": "of that usable together", "contribution": "of that trusted",
    "composite": "interoperability", "cyber": "cyber", "revolution": "with new technology",
    // Politics
    "domesticWork": "work at home", "spentBefore": "spent this turn before the income",
    "dependenceOfTheFirst": "dependence of the first on the second",
    "dependenceOfTheSecond": "of the second on the first",
    "erosionOfTheFirst": "erosion in the first", "erosionOfTheSecond": "in the second",
    "baseline": "where it drifts to", "drifted": "after the drift",
    "events": "events of the turn", "other": "single events", "met": "duties met",
    "signed": "texts signed", "ratified": "texts ratified", "late": "duties late",
    "partial": "arrears half paid", "breached": "words broken to us",
    "observedBreach": "words broken to others", "withdrewWithNotice": "left with notice",
    "withdrewWithout": "left without", "crisisAid": "aid in a crisis", "refusedAid": "aid refused",
    "growth": "growth", "meter": "meter",
    // Interoperability
    "commonEquipment": "common equipment", "cap": "at most", "value": "now",
    "agreed": "at most by agreement", "intensity": "exercise of intensity",
    "practiceReform": "reform of practice", "weakest": "weakest layer", "mean": "mean of the four",
    // Technology
    "civil": "civil technology", "barrier": "entry barrier", "spend": "money",
    "partnerReadiness": "partner's technology", "distance": "distance to go",
    "yearly": "step of the turn", "rate": "rate", "maturity": "maturity of fusion",
    "effort": "effort", "open": "room left", "once": "first step",
    // Cost and output
    "lineCapacity": "capacity of the line", "due": "due to deals", "ownStock": "for own stock",
    "listPrice": "list price", "listQuantity": "quoted at", "ownQuantity": "built here before",
    "partnerQuantity": "learnt from partner lines", "spread": "fixed cost spread over output",
    "factor": "factor of the rate", "learning": "price after learning",
    "collaboration": "with collaboration", "licence": "with licence", "surge": "with surge",
    // Scores and groups
    "nationalScore": "national score", "privateCards": "private cards",
    "scaled": "four fifths of it", "lowestSecurityScore": "lowest security score",
    "whole": "before duplicated work", "duplicated": "duplicated developments",
    "delivered": "stock delivered at need", "jobs": "work at home", "spinOff": "spin-off",
    "reference": "measured against", "actual": "paid",
    "sum": "all three together",
    "threshold": "a tie counts from", "tiesThatCount": "ties that count",
    "trustBack": "trust back", "depth": "depth of all clauses", "weight": "weight",
    "stock": "stock now", "requirement": "required", "stockBefore": "stock before",
    "meanTrust": "mean trust", "settled": "disputes settled", "onTime": "deliveries on time",
    "honoured": "duties honoured", "threatClosed": "part of the gap closed",
  ]
}

extension FigureCause.Rule {
  /// The rule in words.
  var words: String {
    switch self {
    case .budget: "the budget of the turn"
    case .upkeep: "the institution of fusion"
    case .decay: "decay: what is not used or renewed is lost"
    case .production: "production"
    case .deterrence: "support by partners"
    case .income: "income of the turn: work at home and the threat"
    case .research: "own research"
    case .civilTechnology: "civil technology that comes in by itself"
    case .growth: "investment that arrives"
    default: Explanation.spaced(rawValue)
    }
  }
}
