import EntenteModel

/// Reads what stands after `when`.
struct ConditionReader {
  /// Words a metric begins with, and what follows each of them.
  private enum Metric: String, CaseIterable {
    case turn, th, gap, trust, leak, stock, rdy
  }

  /// A share that a stock may be compared with: ten times its requirement.
  private static let stockLimit = 100_000

  /// The condition `written` of a clause of `entry`; nil if a finding was made.
  static func read(
    _ written: WrittenCondition, _ entry: ClauseEntry, _ reader: inout ValueReader
  ) -> ClauseCondition? {
    let before = reader.findings.count
    let metric = readMetric(written.metric, &reader)
    let threshold = metric.flatMap { readThreshold(written.threshold, $0, &reader) }
    let action = readAction(written, entry, &reader)
    guard reader.findings.count == before, let metric, let threshold, let action,
      let comparison = ClauseCondition.Comparison(rawValue: written.comparison)
    else { return nil }
    return ClauseCondition(
      metric: metric, comparison: comparison, threshold: threshold, action: action)
  }

  /// The unit of the threshold of `metric`.
  static func unit(_ metric: String) -> NumberUnit { metric == Metric.turn.rawValue ? .int : .pct }

  private static func readMetric(_ words: [WrittenWord], _ reader: inout ValueReader) -> String? {
    let head = words[0]
    let known = Metric.allCases.map(\.rawValue)
    guard let metric = Metric(rawValue: head.text) else {
      let hint = NearestWord.hint(head.text, among: known)
      reader.findings.append(
        TermsFinding(
          .unknownValue, at: head.place, near: head.typed, "\"\(head.text)\" is no metric here",
          tail: hint.tail, nearest: hint.nearest
        ).showing([]))
      return nil
    }
    let rest = words.dropFirst()
    let names: [String]
    switch metric {
    case .turn: names = []
    case .th: names = rest.compactMap { name($0, .theatre, &reader) }
    case .leak: names = rest.compactMap { name($0, .programme, &reader) }
    case .gap, .rdy, .trust: names = rest.compactMap { state($0, &reader) }
    case .stock:
      names =
        rest.prefix(1).compactMap { state($0, &reader) }
        + rest.dropFirst().compactMap { name($0, .programme, &reader) }
    }
    guard rest.count == count(metric) else {
      reader.report(.unknownValue, head, "Write \(form(metric))")
      return nil
    }
    return names.count == rest.count ? ([head.text] + names).joined(separator: ":") : nil
  }

  private static func count(_ metric: Metric) -> Int {
    switch metric {
    case .turn: 0
    case .th, .gap, .leak, .rdy: 1
    case .trust, .stock: 2
    }
  }

  private static func form(_ metric: Metric) -> String {
    switch metric {
    case .turn: "turn without a name"
    case .th: "th:THEATRE"
    case .gap: "gap:STATE"
    case .trust: "trust:STATE:STATE"
    case .leak: "leak:PROGRAMME"
    case .stock: "stock:STATE:PROGRAMME"
    case .rdy: "rdy:STATE"
    }
  }

  private static func state(_ word: WrittenWord, _ reader: inout ValueReader) -> String? {
    reader.state(word, .session)?.text
  }

  private static func name(
    _ word: WrittenWord, _ type: ParameterType, _ reader: inout ValueReader
  ) -> String? {
    let item = WrittenItem(form: .word(word.text), typed: word.typed, place: word.place)
    let spec = ParameterSpec("when", type, .required, "")
    return reader.known(item, word.text, ValueReader.Reading(spec: spec, name: word, items: [item]))
  }

  private static func readThreshold(
    _ item: WrittenItem, _ metric: String, _ reader: inout ValueReader
  ) -> Int? {
    let unit = unit(metric)
    let range =
      unit == .int
      ? 1...99 : metric.hasPrefix(Metric.stock.rawValue) ? 0...stockLimit : 0...10_000
    guard let value = reader.number(item, unit),
      reader.inRange(value, range, unit, item, metric)
    else { return nil }
    return value
  }

  private static func readAction(
    _ written: WrittenCondition, _ entry: ClauseEntry, _ reader: inout ValueReader
  ) -> ClauseCondition.Action? {
    switch written.action.text {
    case "activate": return .activate
    case "suspend": return .suspend
    case "step":
      guard let parameter = written.parameter, let value = written.value else { return nil }
      return step(parameter, value, entry, &reader)
    default:
      let hint = NearestWord.hint(written.action.text, among: ["activate", "step", "suspend"])
      reader.findings.append(
        TermsFinding(
          .unknownValue, at: written.action.place, near: written.action.typed,
          "\"\(written.action.text)\" is no action", tail: hint.tail, nearest: hint.nearest
        ).showing([]))
      return nil
    }
  }

  private static func step(
    _ parameter: WrittenWord, _ value: WrittenItem, _ entry: ClauseEntry,
    _ reader: inout ValueReader
  ) -> ClauseCondition.Action? {
    let numbers = entry.parameters.filter { $0.type.range != nil }
    let name = ParameterReader.spelled(parameter.text)
    guard let spec = numbers.first(where: { $0.name == name }) else {
      let hint = NearestWord.hint(name, among: numbers.map(\.name))
      reader.findings.append(
        TermsFinding(
          .unknownParameter, at: parameter.place, near: parameter.typed,
          "\"\(entry.kind.rawValue)\" has no number \"\(name)\"", tail: hint.tail,
          nearest: hint.nearest))
      return nil
    }
    let reading = ValueReader.Reading(spec: spec, name: parameter, items: [value])
    guard case .integer(let number)? = reader.number(value, reading) else { return nil }
    return .step(parameter: spec.name, to: number)
  }
}
