/// What the documentation rule knows about one file: the declarations other rooms can see.
struct Declarations {
  struct Member {
    var keyword: String
    var name: String
    /// The index of the token that names the access level, or the keyword in a protocol.
    var index: Int
    /// The protocols and classes that the enclosing type names.
    var inherited: Set<String>
    var isRequirement: Bool
    /// Whether the braces around it are those of a type or an extension.
    var isInType: Bool
  }

  private struct Scope {
    var isType = false
    var inherited: Set<String> = []
    var protocolName: String?
  }

  private(set) var members: [Member] = []
  /// The names each package protocol of this file asks for.
  private(set) var requirements: [String: Set<String>] = [:]

  private let file: SourceFile
  private var scopes: [Scope] = []
  private var pending: Scope?
  private var depth = 0

  static let typeKeywords: Set<String> = [
    "struct", "enum", "class", "actor", "extension", "protocol",
  ]
  static let memberKeywords: Set<String> = [
    "func", "var", "let", "init", "subscript", "typealias", "associatedtype", "case", "macro",
  ]
  static let accessLevels: Set<String> = ["package", "public", "open"]
  private static let modifiers: Set<String> = [
    "static", "final", "mutating", "nonmutating", "indirect", "lazy", "weak", "unowned",
    "override", "required", "convenience", "prefix", "postfix", "infix", "nonisolated",
    "consuming", "borrowing", "dynamic", "private", "fileprivate", "internal", "isolated",
    "distributed",
  ]

  init(_ file: SourceFile) {
    self.file = file
    for index in file.tokens.indices { step(index) }
  }

  private mutating func step(_ index: Int) {
    let token = file.tokens[index]
    switch token.text {
    case "(", "[": depth += 1
    case ")", "]": depth -= 1
    case "{" where token.kind == .symbol:
      scopes.append(pending ?? Scope())
      pending = nil
    case "}" where token.kind == .symbol: _ = scopes.popLast()
    case _ where token.kind != .word: break
    case _ where isAccess(index): addVisible(index)
    case _ where startsType(index): pending = header(index)
    case "func", "var", "init", "subscript": addRequirement(index)
    default: break
    }
  }

  /// `package` is a name too (an exercise has one): it is an access level only in front of a
  /// declaration on the same line.
  private func isAccess(_ index: Int) -> Bool {
    guard Self.accessLevels.contains(file.text(index)), file.text(index - 1) != ".",
      index + 1 < file.tokens.count, file.tokens[index + 1].line == file.tokens[index].line
    else { return false }
    if file.text(index + 1) == "(", file.text(index + 2) == "set" { return false }
    return Self.typeKeywords.contains(file.text(index + 1))
      || Self.memberKeywords.contains(file.text(index + 1))
      || Self.modifiers.contains(file.text(index + 1))
  }

  private func startsType(_ index: Int) -> Bool {
    guard Self.typeKeywords.contains(file.text(index)), file.text(index - 1) != ".",
      index + 1 < file.tokens.count, file.tokens[index + 1].kind == .word
    else { return false }
    return !Self.memberKeywords.contains(file.text(index + 1))
  }

  private mutating func addVisible(_ index: Int) {
    var at = index + 1
    while at < file.tokens.count {
      let isFunctionOfClass =
        file.text(at) == "class" && Self.memberKeywords.contains(file.text(at + 1))
      let isKeyword =
        Self.typeKeywords.contains(file.text(at)) || Self.memberKeywords.contains(file.text(at))
      if isKeyword, !isFunctionOfClass { break }
      at += 1
    }
    members.append(
      Member(
        keyword: file.text(at), name: name(after: at), index: index,
        inherited: scopes.last?.inherited ?? [], isRequirement: false,
        isInType: scopes.last?.isType ?? false))
  }

  private mutating func addRequirement(_ index: Int) {
    guard depth == 0, let owner = scopes.last?.protocolName, file.text(index - 1) != "." else {
      return
    }
    let member = Member(
      keyword: file.text(index), name: name(after: index), index: index, inherited: [],
      isRequirement: true, isInType: true)
    members.append(member)
    requirements[owner, default: []].insert(member.name)
  }

  /// The name of the declaration whose keyword stands at `index`; operators are joined.
  private func name(after index: Int) -> String {
    if ["init", "subscript"].contains(file.text(index)) { return file.text(index) }
    var name = file.text(index + 1)
    guard index + 1 < file.tokens.count, file.tokens[index + 1].kind == .symbol else { return name }
    var next = index + 2
    while next < file.tokens.count, file.tokens[next].kind == .symbol, file.text(next) != "(" {
      name += file.text(next)
      next += 1
    }
    return name
  }

  /// Reads `struct Name: A, B where …` up to its brace.
  private func header(_ index: Int) -> Scope {
    var scope = Scope(isType: true)
    var isInherited = false
    for next in (index + 1)..<file.tokens.count {
      let token = file.tokens[next]
      if token.text == "{" || token.text == "where" { break }
      if token.text == ":" { isInherited = true }
      if isInherited, token.kind == .word { scope.inherited.insert(token.text) }
    }
    if file.text(index) == "protocol" {
      let line = file.tokens[index].line
      let isVisible = file.tokens[..<index].suffix(3).contains {
        $0.line == line && Self.accessLevels.contains($0.text)
      }
      if isVisible { scope.protocolName = file.text(index + 1) }
    }
    return scope
  }
}
