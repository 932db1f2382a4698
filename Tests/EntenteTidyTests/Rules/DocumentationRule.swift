/// Every declaration that another room can see promises something in a `///` sentence.
///
/// A sentence is not asked of what is promised elsewhere or promises nothing: a member that answers
/// to a protocol of this project or to a well-known one of the standard library, an enum case, an
/// operator, an initialiser that only stores what it is given, and a stored property whose type is
/// a word of the field (`trust: BasisPoints`). A bare `Int`, `String` or `Bool` says neither unit
/// nor range nor meaning, so its sentence must.
enum DocumentationRule {
  /// Members of standard protocols, documented where they are declared.
  private static let standard: Set<String> = [
    "description", "debugDescription", "hash", "encode", "zero", "errorDescription", "rawValue",
    "startIndex", "endIndex", "index", "makeIterator", "next", "allCases",
  ]

  /// Members that NIO calls on a handler or a decoder, documented there.
  private static let pipeline: Set<String> = [
    "InboundIn", "InboundOut", "OutboundIn", "OutboundOut", "channelActive", "channelInactive",
    "channelRead", "channelReadComplete", "channelWritabilityChanged", "close", "decode",
    "decodeLast", "errorCaught", "flush", "handlerAdded", "handlerRemoved",
    "userInboundEventTriggered", "write",
  ]

  static func check(_ files: [SourceFile]) -> [Finding] {
    let code = files.filter { !$0.isTest }.map { ($0, Declarations($0)) }
    let promised = code.reduce(into: [String: Set<String>]()) { all, part in
      all.merge(part.1.requirements) { $0.union($1) }
    }
    return code.flatMap { file, declarations in
      declarations.members.compactMap { member in
        let line = file.tokens[member.index].line
        guard !isPromisedElsewhere(member, file, promised), !hasSentence(file, line) else {
          return nil
        }
        let owner = member.isRequirement ? "the requirement" : file.text(member.index)
        let name = member.name == member.keyword ? member.name : "\(member.keyword) \(member.name)"
        return file.finding(
          line, "\(owner) `\(name)` promises nothing yet: write a /// sentence above it")
      }
    }
  }

  private static func isPromisedElsewhere(
    _ member: Declarations.Member, _ file: SourceFile, _ promised: [String: Set<String>]
  ) -> Bool {
    if member.keyword == "case" || member.keyword == "extension" { return true }
    if member.isRequirement { return false }
    if standard.contains(member.name) { return true }
    let isInPipeline = member.inherited.contains {
      $0.hasSuffix("Handler") || $0.hasSuffix("MessageDecoder")
    }
    if isInPipeline, pipeline.contains(member.name) { return true }
    if member.keyword == "func", member.name.first.map({ !$0.isLetter && $0 != "`" }) ?? false {
      return true
    }
    if member.inherited.contains(where: { promised[$0]?.contains(member.name) ?? false }) {
      return true
    }
    if member.keyword == "var" || member.keyword == "let" { return isSaidByType(file, member) }
    return member.keyword == "init" && isPlain(file, member.index)
  }

  private static let bare: Set<String> = [
    "Bool", "Character", "Int", "Int32", "Int64", "String", "Substring", "UInt16", "UInt32",
    "UInt64", "UInt8",
  ]

  /// Whether a stored property of a type, not a global and not a computed one, has a type of the
  /// field.
  private static func isSaidByType(_ file: SourceFile, _ member: Declarations.Member) -> Bool {
    guard member.isInType,
      let keyword = file.tokens[member.index...].firstIndex(where: { $0.text == member.keyword }),
      file.text(keyword + 2) == ":", LengthRule.bodyStart(of: file, at: keyword) == nil
    else { return false }
    let line = file.tokens[keyword].line
    let type = file.tokens[(keyword + 3)...].prefix { $0.line == line && $0.text != "=" }
    return type.contains { $0.kind == .word && !bare.contains($0.text) }
  }

  /// Whether the initialiser is one of a standard protocol, or only stores its arguments.
  private static func isPlain(_ file: SourceFile, _ index: Int) -> Bool {
    guard
      let start = file.tokens[index...].firstIndex(where: { $0.text == "init" }),
      let list = file.tokens[start...].firstIndex(where: { $0.text == "(" })
    else { return false }
    let label = file.text(list + 1)
    if label.hasSuffix("Literal") || label == "from" || label == "rawValue" { return true }
    guard let open = LengthRule.bodyStart(of: file, at: start) else { return false }
    // An initialiser that can fail has something to say.
    if file.text(start + 1) == "?" { return false }
    if file.tokens[start..<open].contains(where: { $0.text == "throws" }) { return false }
    let body = file.tokens[(open + 1)..<file.closing(open)]
    let statements = Dictionary(grouping: body, by: \.line).values
    return statements.allSatisfy { statement in
      let words = statement.map(\.text)
      return words.count >= 5 && words[0] == "self" && words[1] == "." && words[3] == "="
    }
  }

  /// Whether a `///` sentence stands above `line`; attributes and lint marks may stand between.
  private static func hasSentence(_ file: SourceFile, _ line: Int) -> Bool {
    var above = line - 2
    var isInsideAttribute = false
    while file.lines.indices.contains(above) {
      let text = String(file.lines[above].drop { $0 == " " })
      if text.hasPrefix("///") || text.hasSuffix("*/") { return true }
      if text == ")" {
        isInsideAttribute = true
      } else if text.hasPrefix("@") {
        isInsideAttribute = false
      } else if !isInsideAttribute, !text.hasPrefix("#if"),
        !text.hasPrefix("// swift-format-ignore")
      {
        return false
      }
      above -= 1
    }
    return false
  }
}
