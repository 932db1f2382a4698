import EntenteJSON
import EntenteModel

extension DealJSONReader {
  private static let clauseKeys = ["annex", "from", "id", "params", "to", "type", "when"]
  private static let conditionKeys = ["if", "op", "param", "than", "then", "to"]

  /// The clause at `index` of the list.
  mutating func clause(_ value: JSONValue, _ index: Int) -> WrittenStatement? {
    let owner = "Clause \(index + 1)"
    guard let members = value.members else {
      wrong(owner, "an object")
      return nil
    }
    check(members, Self.clauseKeys, owner)
    guard let type = value["type"]?.string else {
      report(.missingParameter, "clauses", "\(owner) needs a \"type\"")
      return nil
    }
    let id = DealText.clauseID(at: index).text
    if let written = value["id"], written != .string(id) {
      report(.unknownValue, "id", "\(owner) has the id \"\(id)\"")
    }
    let kind = ClauseKind(rawValue: type)
    if kind?.isHeader == true {
      report(.unknownValue, type, "\"\(type)\" is a header here, not a clause")
      return nil
    }
    var statement = WrittenStatement(scope: scope(value, kind), keyword: word(type))
    statement.parameters = parameters(value, kind)
    let conditions = value["when"].map { elements($0, "when") } ?? []
    statement.conditions = conditions.compactMap { condition($0) }
    return statement
  }

  private mutating func parameters(_ clause: JSONValue, _ kind: ClauseKind?) -> [WrittenParameter] {
    let annex = clause["annex"].map { [JSONMember("annex", $0)] } ?? []
    return (members(clause) + annex).compactMap { member in
      let isAnnex = member.key == ParameterReader.annexSpec.name
      return parameter(
        member, isAnnex ? ParameterReader.annexSpec : kind?.entry.parameter(member.key))
    }
  }

  private mutating func members(_ clause: JSONValue) -> [JSONMember] {
    guard let value = clause["params"], !value.isNull else { return [] }
    if let members = value.members {
      if value["annex"] != nil {
        report(.unknownParameter, "annex", "\"annex\" stands beside \"params\", not in it")
      }
      return members.filter { $0.key != "annex" }
    }
    wrong("\"params\"", "an object")
    return []
  }

  /// The states of the clause. A mutual clause has the same on both sides, and may leave them out.
  private mutating func scope(_ clause: JSONValue, _ kind: ClauseKind?) -> WrittenScope? {
    let from = clause["from"].map { names($0, "from") }
    let to = clause["to"].map { names($0, "to") }
    guard from != nil || to != nil else { return nil }
    let isGroup = kind?.isMutual ?? true
    if isGroup, Set(from ?? to ?? []) == Set(to ?? from ?? []) {
      return WrittenScope(place: start, first: from ?? to ?? [], second: nil)
    }
    return WrittenScope(place: start, first: from ?? [], second: to ?? [])
  }

  private mutating func names(_ value: JSONValue, _ key: String) -> [WrittenWord] {
    let elements = elements(value, key)
    let names = elements.compactMap { $0.string.map { word($0) } }
    if names.count < elements.count { wrong("\"\(key)\"", "a list of names") }
    return names
  }

  private mutating func condition(_ value: JSONValue) -> WrittenCondition? {
    check(value.members ?? [], Self.conditionKeys, "A condition")
    guard let metric = value["if"]?.string, let op = value["op"]?.string,
      ClauseCondition.Comparison(rawValue: op) != nil,
      let than = value["than"].flatMap({ item($0) }),
      let then = value["then"]?.string
    else {
      report(
        .missingParameter, "when",
        "A condition needs \"if\", \"op\" (>= or <=), \"than\" and \"then\"")
      return nil
    }
    let words = metric.split(separator: ":", omittingEmptySubsequences: false)
    var condition = WrittenCondition(
      place: start, metric: words.map { word(String($0)) }, comparison: op, threshold: than,
      action: word(then))
    guard condition.action.text == "step" else { return condition }
    guard let parameter = value["param"]?.string, let to = value["to"].flatMap({ item($0) }) else {
      report(.missingParameter, "when", "A step needs \"param\" and \"to\"")
      return nil
    }
    condition.parameter = word(parameter)
    condition.value = to
    return condition
  }
}
