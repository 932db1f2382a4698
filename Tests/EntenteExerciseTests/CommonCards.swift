import Foundation
import Testing

@testable import EntenteExercise

/// An exercise that consists of cards of the library as far as it can.
enum CommonCards {
  static let states = [
    "usa", "gbr", "aus", "can", "nzl", "jpn", "deu", "fra", "nor", "isr", "kor", "pol", "tur",
    "ukr",
  ]
  static let events = (1...25).map { $0 < 10 ? "i0\($0)" : "i\($0)" }
  static let programmes = (1...15).map { $0 < 10 ? "p0\($0)" : "p\($0)" }

  /// What the table of pairs says of two states, in index points.
  struct PairRow: Sendable, CustomTestStringConvertible {
    var one: String
    var other: String
    var layers: [Int]
    var affinity: Int
    var trust: Int
    var treaty: Bool
    var testDescription: String { "\(one)-\(other)" }
  }

  static let pairs = [
    PairRow(
      one: "gbr", other: "usa", layers: [68, 66, 60, 66], affinity: 90, trust: 72, treaty: true),
    PairRow(
      one: "aus", other: "usa", layers: [68, 66, 60, 66], affinity: 90, trust: 72, treaty: true),
    PairRow(
      one: "aus", other: "gbr", layers: [68, 66, 60, 66], affinity: 90, trust: 72, treaty: false),
    PairRow(
      one: "can", other: "nzl", layers: [58, 58, 52, 60], affinity: 88, trust: 70, treaty: false),
    PairRow(
      one: "deu", other: "fra", layers: [55, 55, 45, 42], affinity: 90, trust: 60, treaty: true),
    PairRow(
      one: "jpn", other: "usa", layers: [58, 52, 50, 42], affinity: 85, trust: 70, treaty: true),
    PairRow(
      one: "fra", other: "tur", layers: [50, 50, 45, 30], affinity: 55, trust: 45, treaty: true),
    PairRow(
      one: "pol", other: "usa", layers: [50, 50, 42, 35], affinity: 80, trust: 64, treaty: true),
    PairRow(
      one: "gbr", other: "nor", layers: [60, 58, 50, 45], affinity: 85, trust: 68, treaty: true),
    PairRow(
      one: "tur", other: "ukr", layers: [30, 30, 20, 15], affinity: 70, trust: 55, treaty: false),
    PairRow(
      one: "fra", other: "ukr", layers: [35, 40, 35, 35], affinity: 80, trust: 60, treaty: false),
    PairRow(
      one: "kor", other: "pol", layers: [35, 35, 30, 25], affinity: 82, trust: 60, treaty: false),
    PairRow(
      one: "isr", other: "jpn", layers: [30, 30, 20, 15], affinity: 70, trust: 55, treaty: false),
  ]

  /// The library as it stands in the repository.
  static let folder = URL(fileURLWithPath: FirstAccord.folder)
    .deletingLastPathComponent().appendingPathComponent("library").path

  static func files() throws -> [ExercisePackage.File] {
    let read = ExercisePackage.read(folder: folder)
    return try #require(read.package).files.map {
      ExercisePackage.File(path: "library/\($0.path)", bytes: $0.bytes)
    }
  }

  /// The exercise, with the first `old` of `states.yaml` replaced where one is given, and with the
  /// cards it uses, as if it had been read from a folder.
  static func package(
    replacing old: String = "", with new: String = "", formats: String = ""
  ) throws -> ExercisePackage {
    var states = self.states.map { state in
      """
      - id: \(state)
        base: library
        exposure: { sea: 40% }
        programmes: { p01: { requirement: 100, stock: 10 } }
      """
    }.joined(separator: "\n")
    if let range = states.range(of: old) { states.replaceSubrange(range, with: new) }
    let programmes = self.programmes.map { "- { id: \($0), base: library }" }
    let brief = Array("A brief for {usa}.\n".utf8)
    var texts = [
      "exercise.yaml": try exercise(formats), "states.yaml": states,
      "programmes.yaml": programmes.joined(separator: "\n"), "world.yaml": world,
      "injects.yaml": events.map { "- { id: \($0), base: library }" }.joined(separator: "\n"),
    ].map { ExercisePackage.File(path: $0.key, bytes: Array($0.value.utf8)) }
    texts += (["public"] + self.states).map {
      ExercisePackage.File(path: "briefs/\($0).md", bytes: brief)
    }
    var findings: [Finding] = []
    let package = ExercisePackage(files: texts).adding(cardsOf: folder, findings: &findings)
    #expect(findings.isEmpty)
    return package
  }

  private static let world = """
    confidence: J
    theatres:
      - { id: sea, label: The sea, type: mar, path: [50%, 55%, 60%, 65%, 70%] }
    pairs: { base: library }
    deals:
      - base: ntib
      - { base: exempt, parties: [usa, aus] }
      - base: rdp
    """

  private static func exercise(_ formats: String) throws -> String {
    let clock = "clock: { report: 60, negotiate: 60, ratify: 0, orders: 60, review: 60 }"
    return """
      id: common
      title: Common cards
      summary: Nothing but cards of the library.
      objectives: [{ id: LO1, text: Read cards. }]
      turnDays: 180
      formats:
        class: { turns: 5, \(clock), advance: clock }
      \(formats)
      seats: [head]
      clauses: [dialogue, offtake, exercise]
      orders: [fund-rd, invest, produce]
      rules: { off: [firms] }
      """
  }
}
