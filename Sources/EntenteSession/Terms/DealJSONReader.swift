import EntenteJSON
import EntenteModel

/// Turns the JSON of a deal into the statements that would say the same.
struct DealJSONReader {
  /// Where the JSON begins: findings are moved to their words afterwards.
  let start: TermsPlace
  var findings: [TermsFinding] = []

  private static let keys = [
    "accession", "clauses", "entry", "governance", "parties", "purpose", "term", "title",
    "visibility",
  ]

  init(start: TermsPlace) { self.start = start }

  /// The clauses and headers of `deal`, in the order of their keys.
  mutating func statements(_ deal: JSONValue) -> [WrittenStatement] {
    guard let members = deal.members else {
      wrong("A deal", "an object")
      return []
    }
    check(members, Self.keys, "A deal")
    var statements: [WrittenStatement] = []
    for member in members where !member.value.isNull {
      switch member.key {
      case "clauses":
        for (index, clause) in elements(member.value, member.key).enumerated() {
          if let statement = self.clause(clause, index) { statements.append(statement) }
        }
      case "governance": statements.append(header("gov", member, rule: nil))
      case "term": statements.append(header("term", member, rule: nil))
      case "accession", "entry", "visibility":
        statements.append(header(member.key, member, rule: "rule"))
      case "purpose", "title": if let statement = single(member) { statements.append(statement) }
      default: break
      }
    }
    return statements
  }

  /// The parties: those of the command if it names any, else those of the text.
  mutating func parties(
    _ deal: JSONValue, among given: [StateID]?, _ vocabulary: Vocabulary
  ) -> [StateID] {
    let written = deal["parties"].map { elements($0, "parties") } ?? []
    let names = written.compactMap { $0.string.map { vocabulary.canonical($0.lowercased()) } }
    if names.count < written.count { wrong("\"parties\"", "a list of names") }
    guard let given else {
      let bad = names.filter { !ValueReader.isName($0) }
      if let first = bad.first { report(.unknownState, first, "\"\(first)\" is no state") }
      return names.map { StateID($0) }
    }
    let parties = Set(given).sorted()
    if !written.isEmpty, Set(names) != Set(parties.map(\.text)) {
      let list = parties.map(\.text).joined(separator: ", ")
      report(.unknownState, "parties", "The parties here are \(list)")
    }
    return given
  }

  // MARK: headers

  private mutating func header(
    _ keyword: String, _ member: JSONMember, rule: String?
  ) -> WrittenStatement {
    var statement = WrittenStatement(keyword: word(keyword, near: member.key))
    guard let members = member.value.members else {
      wrong("\"\(member.key)\"", "an object")
      return statement
    }
    if let rule {
      guard let name = member.value[rule]?.string else {
        report(.missingParameter, member.key, "\"\(member.key)\" needs a \"\(rule)\"")
        return statement
      }
      statement.parameters.append(WrittenParameter(name: word(name), items: nil))
    }
    let entry = ClauseKind(rawValue: keyword)?.entry
    for member in members where member.key != rule {
      if let parameter = parameter(member, entry?.parameter(member.key)) {
        statement.parameters.append(parameter)
      }
    }
    return statement
  }

  private mutating func single(_ member: JSONMember) -> WrittenStatement? {
    guard let text = member.value.string else {
      wrong("\"\(member.key)\"", "a text")
      return nil
    }
    var statement = WrittenStatement(keyword: word(member.key))
    if member.key == "title" {
      if text.isEmpty { return nil }
      statement.strings = [WrittenItem(form: .string(text), typed: text, place: start)]
    } else {
      statement.parameters = [WrittenParameter(name: word(text), items: nil)]
    }
    return statement
  }

  // MARK: values

  /// A parameter; nil for `null`, which leaves it out.
  mutating func parameter(_ member: JSONMember, _ spec: ParameterSpec?) -> WrittenParameter? {
    let name = word(member.key)
    let items: [WrittenItem]?
    switch member.value {
    case .null:
      // An unknown name is reported even with nothing in it.
      return spec == nil ? WrittenParameter(name: name, items: []) : nil
    case .array(let values) where spec?.type.isList ?? true:
      items = values.compactMap { item($0) }
      if items?.isEmpty == true, spec?.fallback == .value(.words([])) { return nil }
    case .object(let members) where spec?.type.isByState ?? true:
      items = members.compactMap { member in
        item(member.value).map { item in
          var item = item
          item.owner = word(member.key)
          return item
        }
      }
    default: items = item(member.value).map { [$0] }
    }
    guard let items else {
      wrong("\"\(member.key)\"", "a single value")
      return WrittenParameter(name: name, items: [], isBroken: true)
    }
    return WrittenParameter(name: name, items: items)
  }

  func item(_ value: JSONValue) -> WrittenItem? {
    let form: WrittenItem.Form
    switch value {
    case .string(let text): form = .word(text.lowercased())
    case .int(let number): form = .exact(number)
    case .bool(let flag): form = .flag(flag)
    case .null, .array, .object: return nil
    }
    return WrittenItem(form: form, typed: value.string ?? value.canonicalText, place: start)
  }

  // MARK: small parts

  func word(_ text: String, near: String? = nil) -> WrittenWord {
    WrittenWord(text: text.lowercased(), typed: near ?? text, place: start)
  }

  mutating func elements(_ value: JSONValue, _ name: String) -> [JSONValue] {
    if let array = value.array { return array }
    wrong("\"\(name)\"", "a list")
    return []
  }

  /// Reports keys of `members` that are none of `keys`.
  mutating func check(_ members: [JSONMember], _ keys: [String], _ owner: String) {
    for member in members where !keys.contains(member.key) {
      let hint = NearestWord.hint(member.key, among: keys)
      findings.append(
        TermsFinding(
          .unknownParameter, at: start, near: member.key, "\(owner) has no \"\(member.key)\"",
          tail: hint.tail, nearest: hint.nearest))
    }
  }

  mutating func wrong(_ what: String, _ expected: String) {
    let near = what.filter { $0 != "\"" }
    findings.append(
      TermsFinding(.unknownValue, at: start, near: near, "\(what) must be \(expected)"))
  }

  mutating func report(_ reason: TermsFinding.Reason, _ near: String, _ sentence: String) {
    findings.append(TermsFinding(reason, at: start, near: near, sentence))
  }
}

extension ParameterType {
  /// True if several words may be written.
  var isList: Bool {
    switch self {
    case .sectors, .domains, .inputs, .states, .words, .references: true
    default: false
    }
  }

  /// True if the value is a number by state.
  var isByState: Bool {
    switch self {
    case .shares, .moneyEach, .lotsEach: true
    default: false
    }
  }
}
