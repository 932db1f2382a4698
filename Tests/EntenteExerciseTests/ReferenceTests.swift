import EntenteJSON
import Foundation
import Testing

@testable import EntenteExercise

@Suite("Reference")
struct ReferenceTests {
  @Test("Exercises/REFERENCE.md is what the program says of its keys")
  func current() throws {
    let path = URL(fileURLWithPath: FirstAccord.folder)
      .deletingLastPathComponent().appendingPathComponent("REFERENCE.md")
    let written = try String(contentsOf: path, encoding: .utf8)
    #expect(
      written == KeyReference.markdown,
      "entente schema --markdown > Exercises/REFERENCE.md brings it up to date")
  }

  @Test("Every key of every file stands in it with what it may be")
  func complete() {
    let text = KeyReference.markdown
    for rule in StateKeys.card.keys + ProgrammeKeys.programme.keys + FormatKeys.record.keys {
      #expect(text.contains("| `\(rule.name)`"), "\(rule.name)")
    }
    #expect(text.contains("| `slope` * | 50% to 100% | Learning slope. |"))
    #expect(text.contains("| `budget` * | money, 1k to 100000m | New money a turn. |"))
  }

  @Test("Schemas know every key, and nothing else", arguments: ReferenceFile.allCases)
  func schema(file: ReferenceFile) throws {
    let schema = file.schema
    var record = schema
    if let items = schema["items"] { record = items }
    #expect(record["additionalProperties"] == false)
    let keys = try #require(record["properties"]?.members).map(\.key)
    guard case .record(let shape) = top(file.shape) else {
      Issue.record("a file is a record or a list of records")
      return
    }
    #expect(keys == shape.keys.map(\.name).sorted())
    let again = try JSONValue.parse(Array(schema.canonicalBytes))
    #expect(again == schema)
  }

  private func top(_ shape: Shape) -> Shape {
    if case .list(let member, _) = shape { member } else { shape }
  }

  @Test("A card with a base needs nothing else, one without it needs its keys")
  func base() throws {
    let card = try #require(ReferenceFile.states.schema["items"])
    #expect(card["required"] == nil)
    let choices = try #require(card["anyOf"]?.array)
    #expect(choices[0] == ["required": ["base"]])
    #expect(choices[1]["required"]?.array?.contains("organisation") == true)
  }

  @Test("The line for editors names the schema of its file")
  func editors() {
    #expect(
      ReferenceFile.states.editorLine == "# yaml-language-server: $schema=.schema/states.json\n")
  }
}
