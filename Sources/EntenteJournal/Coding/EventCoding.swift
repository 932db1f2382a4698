package import EntenteJSON
import EntenteModel
package import EntenteSession

/// Writes events as the canonical JSON of a journal body and reads them back. `kind` strings are
/// independent of Swift names and never change their meaning; a new shape of a kind is a new `ver`.
///
/// An event is `{"a":audience,"k":kind,"v":{…}}`, with `"ver"` after it where it is not 1. The
/// audience is `"*"` for everybody, `""` for nobody, `"f"` for the facilitator, `{"states":[…]}` or
/// `{"seats":[…]}`.
package enum EventCoding {
  /// The body of an entry.
  package static func body(of events: [Event], capacity: Int = 512) -> [UInt8] {
    var writer = JSONWriter(capacity: capacity)
    writer.beginArray()
    for event in events { write(event, to: &writer) }
    writer.endArray()
    return writer.bytes
  }

  /// The events of a body. An unknown kind or version is an error: nobody guesses.
  package static func events(in body: UnsafeRawBufferPointer) throws(JSONError) -> [Event] {
    var scanner = try JSONScanner(body)
    var events: [Event] = []
    try scanner.beginArray()
    while try scanner.nextElement() { events.append(try event(in: &scanner)) }
    try scanner.end()
    return events
  }

  /// The events of a body held in an array.
  package static func events(in body: [UInt8]) throws(JSONError) -> [Event] {
    try body.withUnsafeBufferPointer { (bytes) throws(JSONError) in
      try events(in: UnsafeRawBufferPointer(bytes))
    }
  }

  private static func write(_ event: Event, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("a")
    write(event.audience, to: &writer)
    writer.key("k")
    writer.string(kind(of: event.fact))
    writer.key("v")
    writer.beginObject()
    write(event.fact, to: &writer)
    writer.endObject()
    writer.endObject()
  }

  private static func event(in scanner: inout JSONScanner) throws(JSONError) -> Event {
    try scanner.beginObject()
    try scanner.require("a")
    let audience = try readAudience(&scanner)
    let kind = try scanner.text("k")
    try scanner.require("v")
    try scanner.beginObject()
    let fact = try read(kind, &scanner)
    try scanner.endObject()
    if try scanner.key("ver") {
      throw JSONError(
        offset: scanner.offset,
        reason: .shape(path: kind, problem: "is of a later version than this program knows"))
    }
    try scanner.endObject()
    return Event(audience, fact)
  }

  private static func write(_ audience: Audience, to writer: inout JSONWriter) {
    switch audience {
    case .everybody: writer.string("*")
    case .nobody: writer.string("")
    case .facilitator: writer.string("f")
    case .states(let states):
      writer.beginObject()
      writer.list("states", states.lazy.map(\.text))
      writer.endObject()
    case .seats(let seats):
      writer.beginObject()
      writer.list("seats", seats.lazy.map(\.text))
      writer.endObject()
    }
  }

  private static func readAudience(_ scanner: inout JSONScanner) throws(JSONError) -> Audience {
    if scanner.kind == .string {
      switch try scanner.string() {
      case "*": return .everybody
      case "": return .nobody
      case "f": return .facilitator
      default: throw JSONError(offset: scanner.offset, reason: .expected("an audience"))
      }
    }
    try scanner.beginObject()
    let audience: Audience
    if try scanner.key("states") {
      audience = .states(try scanner.strings().map { StateID($0) })
    } else {
      try scanner.require("seats")
      audience = .seats(try scanner.strings().map { SeatID($0) })
    }
    try scanner.endObject()
    return audience
  }
}

extension JSONWriter {
  mutating func list(_ name: StaticString, _ words: some Sequence<String>) {
    key(name)
    beginArray()
    for word in words { string(word) }
    endArray()
  }

  /// A member that is coded by its type: rare and large, such as the world at a turn's end.
  mutating func coded(_ name: StaticString, _ value: some Encodable) {
    key(name)
    do {
      raw(try CanonicalEncoder().encode(value))
    } catch {
      preconditionFailure("what the rules made has no canonical form: \(error)")
    }
  }
}

extension JSONScanner {
  mutating func text(_ name: StaticString) throws(JSONError) -> String {
    try require(name)
    return try string()
  }

  mutating func number(_ name: StaticString) throws(JSONError) -> Int {
    try require(name)
    return try int()
  }

  mutating func flag(_ name: StaticString) throws(JSONError) -> Bool {
    try require(name)
    return try bool()
  }

  mutating func optionalText(_ name: StaticString) throws(JSONError) -> String? {
    try key(name) ? try string() : nil
  }

  mutating func optionalNumber(_ name: StaticString) throws(JSONError) -> Int? {
    try key(name) ? try int() : nil
  }

  mutating func strings() throws(JSONError) -> [String] {
    var words: [String] = []
    try beginArray()
    while try nextElement() { words.append(try string()) }
    return words
  }

  mutating func list(_ name: StaticString) throws(JSONError) -> [String] {
    try require(name)
    return try strings()
  }

  mutating func coded<Value: Decodable>(
    _ name: StaticString, as type: Value.Type
  ) throws(JSONError) -> Value {
    try require(name)
    return try CanonicalDecoder().decode(type, from: try rawBytes())
  }
}
