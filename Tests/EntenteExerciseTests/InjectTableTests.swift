import EntenteModel
import EntenteSession
import Foundation
import Testing

@testable import EntenteExercise

@Suite("Events in a table")
struct InjectTableTests {
  private func back(_ csv: String) -> (yaml: String?, findings: [Finding]) {
    InjectTable.yaml(csv: Array(csv.utf8), file: "msel.csv")
  }

  @Test("The events of the first exercise come back from a table as they were")
  func roundTrip() throws {
    let package = try FirstAccord.package()
    let csv = try #require(InjectTable.export(package).csv)
    let made = back(csv)
    let yaml = try #require(made.yaml, "\(made.findings)")
    let again = try FirstAccord.with(yaml, in: "injects.yaml")
    #expect(ExerciseLoader.check(again) == [])
    for format in ["class", "ttx", "solo"] {
      let one = try #require(ExerciseLoader.load(package, format: format).loaded)
      let other = try #require(ExerciseLoader.load(again, format: format).loaded)
      #expect(one.exercise.scenario.injects == other.exercise.scenario.injects)
      #expect(one.material.injects == other.material.injects)
    }
    #expect(InjectTable.export(again).csv == csv)
    #expect(yaml.hasPrefix("# yaml-language-server: "))
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!lines.contains { $0.hasSuffix(" ") })
  }

  @Test("A table says what it cannot read, by row and column")
  func faults() {
    #expect(back("id,titel\nx,y\n").findings.map(\.name) == ["unknown-column"])
    #expect(back("id,titel\nx,y\n").findings[0].sentence.contains("did you mean \"title\"?"))
    let effect = back("id,effects\nx,threat sea up 10%\n").findings
    #expect(effect.map { [$0.line, $0.column] } == [[2, 2]] && effect[0].name == "bad-effect")
    #expect(back("id,body\nx,\"open\n").findings.map(\.name) == ["bad-table"])
    #expect(back("id\nx,y\n").findings.map(\.name) == ["too-many-cells"])
    let short = back("id,title,kind\nx,y\n").findings
    #expect(short.map(\.name) == ["too-few-cells"] && short[0].line == 2)
    #expect(back("").findings.map(\.name) == ["empty-file"])
    #expect(InjectTable.yaml(csv: [0xFF], file: "x").findings.map(\.name) == ["bad-utf8"])
    let large = InjectTable.yaml(csv: Array(repeating: 65, count: 10 << 20), file: "x")
    #expect(large.findings.map(\.name) == ["too-large"])
  }

  @Test("Semicolons and tabs separate as well, as some spreadsheets have it")
  func separators() throws {
    for separator in [",", ";", "\t"] {
      let made = back("id\(separator)title\r\nx\(separator)\"A, b; c\"\r\n")
      #expect(made.yaml?.hasSuffix("- id: x\n  title: \"A, b; c\"\n") == true)
    }
  }

  @Test(
    "No cell is taken for a formula, and every text comes back",
    arguments: [
      "=1+1", "-x", "@a", "'quoted", "plain", "two\nlines", " led by a blank", "a|b\"c\"",
    ])
  func formulas(text: String) throws {
    let guarded = CSVTable.guarded(text)
    #expect(!"=+-@".contains(guarded.first ?? " "))
    #expect(CSVTable.unguarded(guarded) == text)
    let table = try CSVTable(CSVTable(rows: [["id", "body"], ["x", guarded]]).text)
    #expect(table.rows[1][1] == guarded)
    let written = "- \(YAMLText.scalar(text, indent: 2))\n"
    #expect(YAMLTree.parse(written, file: "x").root?.members.first?.text == text)
  }
}
