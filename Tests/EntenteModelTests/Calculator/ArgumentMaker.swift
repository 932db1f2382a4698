import EntenteModel

/// Makes arguments from the table of a calculation: random ones that are valid, corners, bad ones.
enum ArgumentMaker {
  /// Valid arguments, each drawn from its range with the ends taken often.
  static func arguments(
    of calculation: Calculation, _ random: inout SplitMixSequence
  ) -> [(String, CalcValue)] {
    make(calculation) { value(of: $0, length: $1, states: $2, &random) }
  }

  /// Every number, length and word at the lowest or the highest it can be.
  static func corner(of calculation: Calculation, highest: Bool) -> [(String, CalcValue)] {
    make(calculation) { corner(of: $0, length: $1, states: $2, highest: highest) }
  }

  /// Goes through the arguments in order, so that lengths and states made first bind later ones.
  private static func make(
    _ calculation: Calculation,
    _ value: (CalcArgument.Kind, Int?, [String]) -> CalcValue
  ) -> [(String, CalcValue)] {
    var made: [(String, CalcValue)] = []
    var states: [String] = []
    for argument in calculation.arguments {
      let companion = made.first { $0.0 == argument.companion }?.1
      let value = value(argument.kind, companion.map(\.items.count), states)
      if case .states = argument.kind {
        states = value.items.map { if case .string(let state) = $0 { state } else { "" } }
      }
      made.append((argument.name, value))
    }
    return made
  }

  private static func value(
    of kind: CalcArgument.Kind, length: Int?, states: [String],
    _ random: inout SplitMixSequence
  ) -> CalcValue {
    switch kind {
    case .integer(let range, _): return .int(random.integer(range))
    case .boolean: return .bool(random.boolean())
    case .choice(let words): return .string(words[random.integer(0...(words.count - 1))])
    case .list(let count, let item):
      let length = length ?? random.integer(count)
      return .list((0..<length).map { _ in value(of: item, length: nil, states: [], &random) })
    case .shares(let count):
      return .list(random.shares(length ?? random.integer(count)).map(CalcValue.int))
    case .record(let fields):
      return .object(
        fields.map { ($0.name, value(of: $0.kind, length: nil, states: [], &random)) })
    case .states(let count): return .list(names(random.integer(count)))
    case .pairs(_, let range, _):
      return .object(pairs(states).map { ($0, .int(random.integer(range))) })
    case .pairWords(_, let words):
      let some = pairs(states).filter { _ in random.boolean() }
      return .object(
        some.map { ($0, .list(words.filter { _ in random.boolean() }.map(CalcValue.string))) })
    }
  }

  private static func corner(
    of kind: CalcArgument.Kind, length: Int?, states: [String], highest: Bool
  ) -> CalcValue {
    func end(_ range: ClosedRange<Int>) -> Int { highest ? range.upperBound : range.lowerBound }
    switch kind {
    case .integer(let range, _): return .int(end(range))
    case .boolean: return .bool(highest)
    case .choice(let words): return .string(highest ? words[words.count - 1] : words[0])
    case .list(let count, let item):
      let item = corner(of: item, length: nil, states: [], highest: highest)
      return .list(Array(repeating: item, count: length ?? end(count)))
    case .shares(let count):
      let length = length ?? end(count)
      return .list(
        (0..<length).map { .int($0 == (highest ? length - 1 : 0) ? 10_000 : 0) })
    case .record(let fields):
      return .object(
        fields.map { ($0.name, corner(of: $0.kind, length: nil, states: [], highest: highest)) })
    case .states(let count): return .list(names(end(count)))
    case .pairs(_, let range, _): return .object(pairs(states).map { ($0, .int(end(range))) })
    case .pairWords(_, let words):
      return .object(
        highest ? pairs(states).map { ($0, .list(words.map(CalcValue.string))) } : [])
    }
  }

  /// A value that `kind` never takes: another kind, beyond an end, a bad item.
  static func bad(_ kind: CalcArgument.Kind, _ random: inout SplitMixSequence) -> CalcValue {
    let strange: [CalcValue] = [
      .unreadable("null"), .unreadable("1.5"), .unreadable("99999999999999999999"),
      .object([("x", 1), ("x", 2)]), .string(""), .string("9000"),
    ]
    let pick = random.integer(0...9)
    if pick < strange.count { return strange[pick] }
    switch kind {
    case .integer(let range, _):
      let beyond = [range.lowerBound - 1, .min, .max, -1_000_000]
      return .int(beyond.filter { !range.contains($0) }[0])
    case .boolean: return .int(random.integer(0...1))
    case .choice(let words): return .string(words[0] + "x")
    case .list(let count, _):
      return pick == 6
        ? .list(Array(repeating: .unreadable("null"), count: max(1, count.lowerBound)))
        : .list(Array(repeating: 0, count: count.upperBound + 1))
    case .shares(let count):
      return .list([9_999] + Array(repeating: 0, count: count.lowerBound - 1))
    case .record: return .object([])
    case .states: return .list(names(14).reversed())
    case .pairs: return .object([])
    case .pairWords: return .object([("no-pair", ["IND"])])
    }
  }

  private static func names(_ count: Int) -> [CalcValue] {
    (0..<count).map { .string("s\(10 + $0)") }
  }

  private static func pairs(_ states: [String]) -> [String] {
    states.indices.flatMap { low in states[(low + 1)...].map { "\(states[low])|\($0)" } }
  }
}

extension CalcValue {
  /// The items of a list; none for anything else.
  fileprivate var items: [CalcValue] {
    if case .list(let items) = self { items } else { [] }
  }
}
