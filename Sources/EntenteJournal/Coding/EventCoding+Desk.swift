import EntenteJSON
import EntenteModel
import EntenteSession

// Messages and orders: the frequent events, read and written without a tree.
extension EventCoding {
  static func write(_ message: MessageSent, to writer: inout JSONWriter) {
    writer.member("from", message.from.text)
    writer.member("issue", ifPresent: message.issue)
    writer.member("text", message.text)
    writer.list("to", message.to)
  }

  static func readMessage(_ scanner: inout JSONScanner) throws(JSONError) -> MessageSent {
    let from = SeatID(try scanner.text("from"))
    let issue = try scanner.optionalText("issue")
    let text = try scanner.text("text")
    return MessageSent(from: from, to: try scanner.list("to"), issue: issue, text: text)
  }

  static func write(_ entry: OrderEntry, to writer: inout JSONWriter) {
    writer.member("by", entry.by)
    writer.member("id", entry.id)
    writer.key("order")
    write(entry.order, to: &writer)
    writer.member("replaces", ifPresent: entry.replaces)
    writer.member("state", entry.state.text)
  }

  static func readOrderEntry(_ scanner: inout JSONScanner) throws(JSONError) -> OrderEntry {
    let by = try scanner.text("by")
    let id = try scanner.text("id")
    try scanner.require("order")
    let order = try readOrder(&scanner)
    let replaces = try scanner.optionalText("replaces")
    return OrderEntry(
      state: StateID(try scanner.text("state")), id: id, order: order, by: by, replaces: replaces)
  }

  static func write(_ outcome: OrderOutcome, to writer: inout JSONWriter) {
    writer.member("id", outcome.id)
    writer.key("order")
    write(outcome.order, to: &writer)
    writer.member("outcome", outcome.outcome)
    writer.member("refusal", ifPresent: outcome.refusal)
    writer.member("state", outcome.state.text)
    writer.member("text", outcome.text)
  }

  static func readOrderOutcome(_ scanner: inout JSONScanner) throws(JSONError) -> OrderOutcome {
    let id = try scanner.text("id")
    try scanner.require("order")
    let order = try readOrder(&scanner)
    let outcome = try scanner.text("outcome")
    let refusal = try scanner.optionalText("refusal")
    let state = StateID(try scanner.text("state"))
    return OrderOutcome(
      state: state, id: id, order: order, outcome: outcome, refusal: refusal,
      text: try scanner.text("text"))
  }

  /// `{"keyword":…,"parameters":[{"name":…,"value":…},…]}`
  private static func write(_ order: Order, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("keyword", order.keyword.rawValue)
    writer.key("parameters")
    writer.beginArray()
    for parameter in order.parameters {
      writer.beginObject()
      writer.member("name", parameter.name)
      writer.key("value")
      write(parameter.value, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func write(_ value: ParameterValue, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .integer(let number): writer.int(number)
    case .flag(let flag): writer.bool(flag)
    case .word(let word): writer.string(word)
    case .words(let words):
      writer.beginArray()
      for word in words { writer.string(word) }
      writer.endArray()
    case .amounts(let amounts):
      writer.beginObject()
      for amount in amounts {
        writer.key(amount.state.text)
        writer.int(amount.value)
      }
      writer.endObject()
    }
  }

  private static func readOrder(_ scanner: inout JSONScanner) throws(JSONError) -> Order {
    try scanner.beginObject()
    let keyword: OrderKeyword = try scanner.word("keyword")
    try scanner.require("parameters")
    var parameters: [Parameter] = []
    try scanner.beginArray()
    while try scanner.nextElement() {
      try scanner.beginObject()
      let name = try scanner.text("name")
      try scanner.require("value")
      parameters.append(Parameter(name, try readValue(&scanner)))
      try scanner.endObject()
    }
    try scanner.endObject()
    return Order(keyword, parameters)
  }

  private static func readValue(_ scanner: inout JSONScanner) throws(JSONError) -> ParameterValue {
    switch scanner.kind {
    case .int: return .integer(try scanner.int())
    case .bool: return .flag(try scanner.bool())
    case .string: return .word(try scanner.string())
    case .array: return .words(try scanner.strings())
    case .object:
      var amounts: [StateAmount] = []
      try scanner.beginObject()
      while let state = try scanner.nextKey() {
        amounts.append(StateAmount(state: StateID(state), value: try scanner.int()))
      }
      return .amounts(amounts)
    default:
      guard scanner.null() else {
        throw JSONError(offset: scanner.offset, reason: .expected("a value"))
      }
      return .null
    }
  }
}
