package import EntenteJSON
package import EntenteModel

/// Calculations in JSON. Fractions, `null` and numbers beyond 64 bits become values that no
/// argument takes, so that the error names the argument and not a place in the text.
package enum CalculatorJSON {
  /// The members of the object in `text`, in the order written. Throws where it is no JSON, or JSON
  /// of another shape.
  package static func arguments(_ text: String) throws(JSONError) -> [(String, CalcValue)] {
    guard case .object(let members) = try CalculatorReader.read(Array(text.utf8)) else {
      throw JSONError(offset: 0, reason: .expected("an object {\"argument\":value,…}"))
    }
    return members
  }

  /// `{"out":{…},"trace":[{"step":…,"value":…},…]}`, keys in the order of the reference; the
  /// trace is left out where nobody asked for it. No line end.
  package static func answer(_ result: CalcResult, withTrace: Bool = true) -> String {
    text { writer in
      writer.key("out")
      writer.value(.object(result.out))
      guard withTrace else { return }
      writer.key("trace")
      writer.beginArray()
      for step in result.trace {
        writer.beginObject()
        writer.member("step", step.name)
        writer.member("value", step.value)
        writer.endObject()
      }
      writer.endArray()
    }
  }

  /// `{"error":{"argument":…,"value":…,"allowed":…}}`; the value is `null` where none was given.
  package static func answer(_ error: CalcError) -> String {
    text { writer in
      writer.key("error")
      writer.beginObject()
      writer.member("argument", error.argument)
      writer.key("value")
      writer.value(error.value ?? .unreadable("null"))
      writer.member("allowed", error.allowed)
      writer.endObject()
    }
  }

  /// Answers one line `{"eq":NAME,"in":{…}}` with one line `{"out":{…}}` or `{"error":{…}}`,
  /// whatever the line is. No line end.
  package static func answer(line: [UInt8]) -> String {
    do throws(CalcError) {
      let (name, arguments) = try question(line)
      return answer(
        try Calculator.evaluate(name, arguments: arguments), withTrace: false)
    } catch {
      return answer(error)
    }
  }

  /// Every calculation with its arguments, as one JSON array in the order of the reference.
  package static func list() -> String {
    var writer = JSONWriter(keys: .asGiven)
    writer.beginArray()
    for calculation in Calculator.all {
      writer.beginObject()
      writer.member("name", calculation.name)
      writer.member("equation", calculation.equation)
      writer.member("summary", calculation.summary)
      writer.key("in")
      writer.beginArray()
      for argument in calculation.arguments {
        writer.beginObject()
        writer.member("argument", argument.name)
        writer.member("allowed", argument.allowed)
        writer.endObject()
      }
      writer.endArray()
      writer.member("out", calculation.output)
      writer.endObject()
    }
    writer.endArray()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Characters of a line that an error shows again.
  private static let echoMax = 60
  private static let lineForm = "one JSON object {\"eq\":NAME,\"in\":{…}}"

  private static func question(
    _ line: [UInt8]
  ) throws(CalcError) -> (String, [(String, CalcValue)]) {
    let members: [(String, CalcValue)]
    do throws(JSONError) {
      guard case .object(let read) = try CalculatorReader.read(line) else {
        throw JSONError(offset: 0, reason: .expected("an object"))
      }
      members = read
    } catch {
      let text = String(String(decoding: line, as: UTF8.self).prefix(echoMax))
      throw .badArgument(
        argument: "line", value: .string(text), allowed: lineForm, detail: error.description)
    }
    for (index, (key, value)) in members.enumerated() {
      guard key == "eq" || key == "in", !members[..<index].contains(where: { $0.0 == key }) else {
        throw .badArgument(
          argument: key, value: value, allowed: lineForm, detail: "does not belong here")
      }
    }
    guard case .string(let name)? = members.first(where: { $0.0 == "eq" })?.1 else {
      throw .badArgument(
        argument: "eq", value: members.first { $0.0 == "eq" }?.1,
        allowed: "the name of a calculation", detail: "is no name")
    }
    guard let given = members.first(where: { $0.0 == "in" })?.1 else { return (name, []) }
    guard case .object(let arguments) = given else {
      _ = try Calculator.find(name)
      throw .badArgument(
        argument: "in", value: given, allowed: "an object {\"argument\":value,…}",
        detail: "is no object")
    }
    return (name, arguments)
  }

  private static func text(_ members: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(keys: .asGiven)
    writer.beginObject()
    members(&writer)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONWriter {
  /// A value of a calculation, keys in the order given. What could not be read stands as it was
  /// written, which is JSON all the same.
  fileprivate mutating func value(_ value: CalcValue) {
    switch value {
    case .int(let number): int(number)
    case .bool(let flag): bool(flag)
    case .string(let text): string(text)
    case .unreadable(let text): raw(Array(text.utf8))
    case .list(let items):
      beginArray()
      for item in items { self.value(item) }
      endArray()
    case .object(let members):
      beginObject()
      for (name, member) in members {
        key(name)
        self.value(member)
      }
      endObject()
    }
  }
}
