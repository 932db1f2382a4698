import Testing

@Suite("DocumentationRule") struct DocumentationRuleTests {
  private func findings(_ texts: String...) -> [Finding] {
    DocumentationRule.check(
      texts.enumerated().map { SourceFile(path: "Sources/EntenteModel/F\($0).swift", text: $1) })
  }

  @Test(
    "a visible declaration without a sentence is found",
    arguments: [
      "package struct A {}", "public func f() {}", "package static let a = 1",
      "@inlinable package func f() {}", "@inlinable\npackage func f() {}",
      "package private(set) var a: Int", "package indirect enum A {}", "package typealias A = Int",
      "// not a promise\npackage struct A {}", "/// About something else.\n\npackage struct A {}",
      "package init?(_ text: String) { self.a = 1 }", "package init() throws { self.a = 1 }",
      "package init(_ text: String) { check(text) }", "package subscript(a: Int) -> Int { a }",
      "package class func f() {}", "package var days: Int?",
      "package let names: [String: Int] = [:]",
      "package var isOpen = false", "package var trust: BasisPoints { find() }",
    ])
  func missing(text: String) { #expect(findings("struct S {\n\n\(text)\n}").count == 1) }

  @Test(
    "a sentence above it is enough, attributes may stand between",
    arguments: [
      "/// Does it.\npackage func f() {}", "/// Does it.\n@inlinable\npackage func f() {}",
      "/// Does it.\n@available(\n  *, deprecated\n)\npackage func f() {}",
      "/** Does it. */\npackage func f() {}",
      "/// Does it.\n// swift-format-ignore: NeverForceUnwrap\npackage func f() {}",
    ])
  func present(text: String) { #expect(findings(text) == []) }

  @Test(
    "what is hidden, or only stores, or is promised by the standard library, needs none",
    arguments: [
      "func f() {}", "private var a = 1",
      "package init(a: Int, b: Int) {\n self.a = a\n self.b = b\n}",
      "package init() {}", "package var description: String { \"a\" }",
      "package static func < (a: S, b: S) -> Bool { true }", "package import GRDB",
      "package init(from decoder: any Decoder) throws { fill() }",
      "package init(integerLiteral value: Int) { self.init(value) }",
      "package func hash(into hasher: inout Hasher) {}", "let package = read(package)",
      "package var trust: BasisPoints", "package let lines: [Line?] = []",
      "check(package.func1)", "// package func f() {}",
    ])
  func exempt(text: String) { #expect(findings("struct S {\n\n\(text)\n}") == []) }

  @Test("a requirement of a visible protocol needs a sentence, one of a hidden protocol does not")
  func requirements() {
    let body = "{\n  func f(a: Int) -> Int\n  var b: Int { get }\n}"
    #expect(findings("/// P.\npackage protocol P \(body)").map(\.line) == [3, 4])
    #expect(findings("protocol P \(body)") == [])
  }

  @Test("a member that answers to a protocol of the project is promised there")
  func conformance() {
    let contract = "/// P.\npackage protocol P {\n  /// Does it.\n  func f()\n}"
    let answer = "/// S.\npackage struct S: P {\n  package func f() {}\n  package func g() {}\n}"
    #expect(findings(contract, answer).map(\.line) == [4])
    #expect(findings(contract, "extension S: Sendable, P {\n  package func f() {}\n}") == [])
  }

  @Test("what NIO calls on a handler is promised by NIO")
  func pipeline() {
    let handler = "/// H.\npackage final class H: ChannelDuplexHandler {\n"
    #expect(findings(handler + "  package func channelRead() {}\n}") == [])
    #expect(findings(handler + "  package func greet() {}\n}").count == 1)
    #expect(findings("/// S.\npackage struct S {\n  package func channelRead() {}\n}").count == 1)
  }
}
