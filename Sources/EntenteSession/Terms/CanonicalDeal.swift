package import EntenteJSON
package import EntenteModel

/// The canonical JSON of a deal, which is what the parties sign: integers only, keys in bytewise
/// order, no spaces, every parameter there.
package enum CanonicalDeal {
  /// The canonical bytes of `text`.
  package static func json(_ text: DealText) -> [UInt8] { value(text).canonicalBytes }

  /// The canonical bytes as text.
  package static func jsonText(_ text: DealText) -> String { value(text).canonicalText }

  /// The identity of `text`: the hash of its canonical bytes in lower-case hexadecimal. `sha256`
  /// comes from the host, which has the cryptography.
  package static func identity(_ text: DealText, sha256: ([UInt8]) -> [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(sha256(json(text)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The canonical JSON as a value, for putting it into a larger one.
  package static func value(_ text: DealText) -> JSONValue {
    [
      "accession": accession(text.accession),
      "clauses": .array(text.clauses.map(clause)),
      "entry": entry(text.entry),
      "governance": object(text.governance.parameters),
      "parties": states(text.parties),
      "purpose": .string(text.purpose.rawValue),
      "term": object(text.term.parameters),
      "title": .string(text.title),
      "visibility": visibility(text.visibility),
    ]
  }

  private static func clause(_ clause: ClauseText) -> JSONValue {
    [
      "annex": clause.annex.map(JSONValue.string) ?? .null,
      "from": states(clause.from),
      "id": .string(clause.id.text),
      "params": object(clause.parameters),
      "to": states(clause.to),
      "type": .string(clause.kind.rawValue),
      "when": .array(clause.conditions.map(condition)),
    ]
  }

  private static func object(_ parameters: [Parameter]) -> JSONValue {
    .object(parameters.map { JSONMember($0.name, value($0.value)) })
  }

  private static func value(_ value: ParameterValue) -> JSONValue {
    switch value {
    case .null: .null
    case .integer(let number): .int(number)
    case .flag(let flag): .bool(flag)
    case .word(let word): .string(word)
    case .words(let words): .array(words.map(JSONValue.string))
    case .amounts(let amounts):
      .object(amounts.map { JSONMember($0.state.text, .int($0.value)) })
    }
  }

  private static func condition(_ condition: ClauseCondition) -> JSONValue {
    var members = [
      JSONMember("if", .string(condition.metric)),
      JSONMember("op", .string(condition.comparison.rawValue)),
      JSONMember("than", .int(condition.threshold)),
    ]
    switch condition.action {
    case .activate: members.append(JSONMember("then", "activate"))
    case .suspend: members.append(JSONMember("then", "suspend"))
    case .step(let parameter, let value):
      members.append(JSONMember("then", "step"))
      members.append(JSONMember("param", .string(parameter)))
      members.append(JSONMember("to", .int(value)))
    }
    return .object(members)
  }

  private static func states(_ states: [StateID]) -> JSONValue {
    .array(states.map { .string($0.text) })
  }

  private static func visibility(_ visibility: DealVisibility) -> JSONValue {
    switch visibility {
    case .public: ["rule": "public"]
    case .parties: ["rule": "parties"]
    case .secret(let until): ["rule": "secret", "until": .int(until)]
    }
  }

  private static func entry(_ entry: EntryRule) -> JSONValue {
    switch entry {
    case .all: ["rule": "all"]
    case .of(let count): ["rule": "of", "count": .int(count)]
    case .lead(let state, let plus):
      ["rule": "lead", "state": .string(state.text), "plus": .int(plus)]
    }
  }

  private static func accession(_ accession: AccessionRule) -> JSONValue {
    switch accession {
    case .closed: ["rule": "closed"]
    case .unanimity: ["rule": "unanimity"]
    case .majority: ["rule": "majority"]
    case .open(let security, let values, let fee):
      [
        "rule": "open", "sec": .int(security.value), "val": .int(values.value),
        "fee": .int(fee.value),
      ]
    }
  }
}
