import Testing

@testable import EntenteExercise

/// YAML comes out with its places, or with a finding; never with anything else.
struct YAMLTreeTests {
  private func findings(_ text: String) -> [Finding] {
    YAMLTree.parse(text, file: "x.yaml").findings
  }

  private func only(_ text: String) throws -> Finding {
    let all = findings(text)
    try #require(all.count == 1, "\(all)")
    return all[0]
  }

  @Test("Keys and values know where they stand")
  func places() throws {
    let root = try #require(YAMLTree.parse("a: 1\nb:\n  - x\n  - { c: 'y z' }\n", file: "x").root)
    #expect((root["a"]?.line, root["a"]?.column) == (1, 4))
    let members = try #require(root["b"]?.members)
    #expect(members.map(\.line) == [3, 4])
    #expect((members[1]["c"]?.column, members[1]["c"]?.textColumn) == (10, 11))
    #expect(members[1]["c"]?.text == "y z")
  }

  @Test("Words stay words, whatever they look like")
  func words() throws {
    let root = try #require(
      YAMLTree.parse("a: [yes, off, 012, 1e3, ~, 55%, 180m, '']", file: "x").root)
    #expect(
      root["a"]?.members.map(\.text) == ["yes", "off", "012", "1e3", "~", "55%", "180m", ""])
  }

  @Test("An empty file has nothing in it", arguments: ["", "\n\n", "# only words\n"])
  func empty(text: String) throws {
    #expect(try only(text).name == "empty-file")
  }

  @Test("A tab in the indentation is named as such, where it stands")
  func tab() throws {
    let finding = try only("a:\n\tb: 1\n")
    #expect((finding.name, finding.line, finding.column) == ("tab", 2, 1))
  }

  @Test(
    "Syntax errors have a place",
    arguments: [
      ("a: [1, 2\n", 2), ("a: 'x\n", 2), ("a: 1\n b: 2\n", 2), ("- a\nb: 1\n", 2), ("a: @x\n", 1),
      ("a: b: c\n", 1), ("%YAML 9\n", 1), ("a: 1\n---\nb: 2\n", 2), ("a: *x\n", 1),
    ])
  func syntax(text: String, line: Int) throws {
    let finding = try only(text)
    #expect(finding.name == "syntax")
    #expect(finding.line == line || finding.line == line - 1, "\(finding)")
  }

  @Test("A key given twice is found where it stands the second time")
  func duplicateKey() throws {
    let finding = try only("a:\n  b: 1\n  c: 2\n\n  # words\n  b: 3\n")
    #expect((finding.name, finding.line, finding.column) == ("duplicate-key", 6, 3))
    #expect(finding.sentence.contains("line 2"))
  }

  @Test("A key given twice in one line is found in that line")
  func duplicateInLine() throws {
    let finding = try only("x: { a: 1, a: 2 }\n")
    #expect((finding.name, finding.line) == ("duplicate-key", 1))
  }

  @Test(
    "Keys that are no words are refused",
    arguments: [
      "? [a, b]\n: c\n", "? a\n: b\n", "{? a : b}", "[a, b]: c\n", "{a: b}: c\n",
      "x: &a 1\n*a : 2\n",
    ])
  func complexKeys(text: String) throws {
    #expect(findings(text).contains { $0.name == "refused-key" })
  }

  @Test("A few anchors are allowed and written out")
  func anchors() throws {
    let root = YAMLTree.parse("a: &x [1, 2]\nb: *x\n", file: "x").root
    #expect(root?["b"]?.members.count == 2)
  }

  @Test("Stars in prose are no aliases")
  func prose() {
    let stars = String(repeating: "  A *very* **bold** word.\n", count: 200)
    #expect(findings("a: |\n\(stars)").isEmpty)
  }

  @Test("More than 64 aliases are refused")
  func manyAliases() throws {
    let list = Array(repeating: "*x", count: 65).joined(separator: ", ")
    #expect(try only("a: &x 1\nb: [\(list)]\n").name == "too-many-aliases")
    let fewer = Array(repeating: "*x", count: 64).joined(separator: ", ")
    #expect(findings("a: &x 1\nb: [\(fewer)]\n").isEmpty)
  }

  @Test("A billion laughs stop early")
  func bomb() throws {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...9 {
      let list = Array(repeating: "*a\(level - 1)", count: 7).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(["too-large", "too-deep"].contains(try only(text).name))
  }

  @Test("A bomb in a key stops before it is read")
  func keyBomb() throws {
    var text = "a0: &a0 [lol, lol]\n"
    for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(try only(text + "[*a30]: x\n").name == "refused-key")
  }

  @Test("Deep nesting is refused, in brackets and in lines", arguments: [17, 65, 5000])
  func depth(levels: Int) throws {
    let brackets =
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    #expect(try only("a: " + brackets).name == "too-deep")
    var lines = ""
    for level in 0..<min(levels, 700) {
      lines += String(repeating: " ", count: level) + "a:\n"
    }
    #expect(try only(lines).name == "too-deep")
  }

  @Test("A file with very many values is refused")
  func manyValues() throws {
    let text = "a: [" + String(repeating: "1,", count: 60_000) + "]"
    #expect(try only(text).name == "too-large")
  }
}
