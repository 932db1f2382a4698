package import EntenteJSON

extension ReferenceFile {
  /// A JSON Schema (draft 2020-12) of the file, from the tables that read it.
  package var schema: JSONValue {
    var members = Self.members(of: shape)
    members.append(JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"))
    members.append(JSONMember("title", .string("Entente: \(path)")))
    return .object(members)
  }

  private static func schema(_ shape: Shape, summary: String? = nil) -> JSONValue {
    var members = members(of: shape)
    if let summary { members.append(JSONMember("description", .string(summary))) }
    return .object(members)
  }

  private static func members(of shape: Shape) -> [JSONMember] {
    // A figure may carry its source, and is then a map.
    guard shape.isFigure else { return plain(shape) }
    let rules = RecordShape("figure", FigureKeys.rules)
    return [JSONMember("anyOf", [.object(plain(shape)), .object(record(rules))])]
  }

  private static func plain(_ shape: Shape) -> [JSONMember] {
    switch shape {
    case .text(let max):
      // A title may look like a number or a date to an editor.
      return [
        JSONMember("type", ["string", "number", "boolean"]), JSONMember("maxLength", .int(max)),
      ]
    case .word(let words): return [JSONMember("enum", .array(words.map { .string($0) }))]
    case .newName, .name: return text("^[a-z][a-z0-9-]{0,\(Wording.nameMax - 1)}$")
    case .count(let range):
      return [
        JSONMember("type", "integer"), JSONMember("minimum", .int(range.lowerBound)),
        JSONMember("maximum", .int(range.upperBound)),
      ]
    case .share: return text(#"^-?\d+((\.\d{1,2})?%|bp)$"#)
    case .money:
      return [
        JSONMember(
          "anyOf", [.object(text(#"^\d+(k|(\.\d{1,3})?m)$"#)), .object([JSONMember("const", 0)])])
      ]
    case .lots(let range):
      return [
        JSONMember("type", "number"), JSONMember("minimum", .int(range.lowerBound / 1000)),
        JSONMember("maximum", .int(range.upperBound / 1000)),
      ]
    case .duration:
      return [
        JSONMember(
          "anyOf",
          [
            [("type", "integer"), ("minimum", 0)].schema, .object(text(#"^\d+(s|min|h|d)$"#)),
          ])
      ]
    case .flag: return [JSONMember("enum", [true, false, "yes", "no"])]
    case .list(let member, let range):
      return [
        JSONMember("type", range.contains(0) ? ["array", "null"] : "array"),
        JSONMember("items", schema(member)), JSONMember("minItems", .int(range.lowerBound)),
        JSONMember("maxItems", .int(range.upperBound)),
      ]
    case .record(let record): return self.record(record)
    case .map(let keys, let value): return map(keys, value)
    case .oneOf(let shapes): return [JSONMember("anyOf", .array(shapes.map { schema($0) }))]
    }
  }

  private static func text(_ pattern: String) -> [JSONMember] {
    [JSONMember("type", "string"), JSONMember("pattern", .string(pattern))]
  }

  private static func record(_ shape: RecordShape) -> [JSONMember] {
    let properties = shape.keys.map {
      JSONMember($0.name, schema($0.shape, summary: $0.summary))
    }
    var members = [
      JSONMember("type", "object"), JSONMember("properties", .object(properties)),
      JSONMember("additionalProperties", false),
    ]
    let required = shape.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    if required.isEmpty { return members }
    if shape.keys.contains(where: { $0.name == "base" }) {
      // A card of the library may give what is needed.
      members.append(
        JSONMember("anyOf", [["required": ["base"]], ["required": .array(required)]]))
    } else {
      members.append(JSONMember("required", .array(required)))
    }
    return members
  }

  private static func map(_ keys: MapKeys, _ value: Shape) -> [JSONMember] {
    switch keys {
    case .words(let words):
      return [
        JSONMember("type", "object"), JSONMember("additionalProperties", false),
        JSONMember("properties", .object(words.map { JSONMember($0, schema(value)) })),
      ]
    case .names, .new:
      return [
        JSONMember("type", "object"), JSONMember("additionalProperties", schema(value)),
        JSONMember("propertyNames", .object(text("^[a-z][a-z0-9-]{0,\(Wording.nameMax - 1)}$"))),
      ]
    }
  }
}

extension [(String, JSONValue)] {
  fileprivate var schema: JSONValue { .object(map { JSONMember($0.0, $0.1) }) }
}
