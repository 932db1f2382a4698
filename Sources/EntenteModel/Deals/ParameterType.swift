/// What may be written as the value of a parameter. Ranges are in the canonical unit: bp, $k, mU.
package enum ParameterType: Hashable, Sendable {
  case programme
  case theatre
  case family
  case sector
  case sectors
  case domain
  /// This many domains.
  case domains(ClosedRange<Int>)
  case inputs
  case state(StateScope)
  /// This many states; `ordered` lists stay as written, others are sorted.
  case states(StateScope, ClosedRange<Int>, ordered: Bool)
  /// A party, or the word `office`.
  case agency
  /// One of these words.
  case word([String])
  /// Some of these words.
  case words([String])
  /// Basis points, typed as a percentage.
  case pct(ClosedRange<Int>)
  /// $k.
  case money(ClosedRange<Int>)
  /// mU, typed as lots.
  case lots(ClosedRange<Int>)
  case int(ClosedRange<Int>)
  /// Turns, or `evergreen` for 0. `bad-duration` judges the range.
  case duration
  case flag
  /// `cost`, `list`, or $k.
  case price(ClosedRange<Int>)
  /// Basis points a state, 10000 in all.
  case shares
  /// $k a bound state.
  case moneyEach(ClosedRange<Int>)
  /// mU a bound state.
  case lotsEach(ClosedRange<Int>)
  /// This many clauses of the same text.
  case references(ClosedRange<Int>)
}

extension ParameterType {
  /// True if two clauses of one type that differ here are about different things, so that neither
  /// repeats the other.
  package var isObject: Bool {
    switch self {
    case .programme, .theatre, .family, .sector, .sectors, .domain, .domains, .inputs,
      .references:
      true
    default: false
    }
  }

  /// The range of a single number, nil for everything else and where another rule judges it.
  package var range: ClosedRange<Int>? {
    switch self {
    case .pct(let range), .money(let range), .lots(let range), .int(let range),
      .price(let range):
      range
    default: nil
    }
  }
}
