import Foundation
import Testing

@testable import EntenteExercise

/// One change to a file of a good package, and the finding it must bring.
struct PackageChange: Sendable, CustomTestStringConvertible {
  var file: String
  var old: String
  var new: String
  var name: String
  /// What stands at the place of the finding after the change.
  var mark: String
  var testDescription: String { "\(file): \(new) brings \(name)" }

  init(_ file: String, _ old: String, _ new: String, _ name: String, at mark: String) {
    self.file = file
    self.old = old
    self.new = new
    self.name = name
    self.mark = mark
  }

  /// Loads the changed package and holds that exactly the expected finding is made, at its place.
  func check(format: String = "class") throws {
    let package = try FirstAccord.replacing(old, with: new, in: file)
    let result = ExerciseLoader.load(package, format: format)
    let printed = result.findings.map { $0.printed(under: "x") }
    #expect(result.loaded == nil)
    #expect(result.findings.count == 1, "\(printed)")
    let finding = try #require(result.findings.first { $0.name == name }, "\(printed)")
    #expect(finding.file == file)
    let text = String(decoding: try #require(package.bytes(file)), as: UTF8.self)
    let range = try #require(text.range(of: mark), "the mark stands in the file")
    let before = text[..<range.lowerBound]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false).count
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    #expect((finding.line, finding.column) == (line, column), "\(printed)")
  }
}
