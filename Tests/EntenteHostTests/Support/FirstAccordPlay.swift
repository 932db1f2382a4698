import Crypto
import EntenteExercise
import EntenteJournal
import EntenteModel
import EntenteSession
import Foundation
import Testing

/// First accord, played by hand: commands go in, events come out, and every one of them is written
/// and read back before it is folded.
struct FirstAccordPlay {
  static let rules = Rules { Array(SHA256.hash(data: $0)) }

  var state: SessionState
  var time = 1_700_000_000_000
  var events: [Event] = []

  /// `injects` are added to those of the exercise, as they stand in its file.
  init(
    format: String, bots: Bool = false, seats: [String], injects: String = "",
    changing: (Exercise) throws -> Exercise = { $0 }
  ) throws {
    let exercise = try changing(Self.exercise(format: format, adding: injects))
    state = SessionState(exercise: exercise, seed: 1)
    try act(
      .createSession(
        SessionCreated(
          id: "ex-TST", exercise: exercise.id, title: exercise.title, format: format)),
      by: .facilitator("test"))
    for seat in seats {
      try act(.join(seat: SeatID(seat), name: seat), by: .newcomer(SeatID(seat)))
    }
    try act(.start(bots: bots), by: .facilitator("test"))
  }

  static func exercise(format: String, adding injects: String = "") throws -> Exercise {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Exercises/first-accord"
    ).standardizedFileURL.path()
    let read = ExercisePackage.read(folder: folder)
    let files = try #require(read.package).files.map { file in
      guard file.path == "injects.yaml" else { return file }
      return ExercisePackage.File(path: file.path, bytes: file.bytes + Array(injects.utf8))
    }
    let loaded = ExerciseLoader.load(ExercisePackage(files: files), format: format)
    return try #require(loaded.loaded?.exercise, "\(loaded.findings)")
  }

  /// Runs a command; the events are coded and read back.
  @discardableResult
  mutating func act(_ command: Command, by actor: Actor) throws -> [Event] {
    time += 1000
    let decided = try state.decide(
      command, by: actor, at: Occasion(time: time), rules: Self.rules)
    let read = try EventCoding.events(in: EventCoding.body(of: decided))
    #expect(read == decided)
    state.evolve(read, at: time)
    events += read
    return read
  }

  func member(_ seat: String) -> Actor { .member(MemberID("\(seat).1")) }

  func terms(_ text: String, from: StateID, to: [StateID]) throws -> DealText {
    var vocabulary = state.exercise.vocabulary
    vocabulary.turn = state.turn
    let read = TermsParser.parse(text, sender: from, addressees: to, vocabulary: vocabulary)
    return try #require(read.text, "\(read.findings.map(\.sentence))")
  }

  func order(_ line: String) throws -> Order {
    let words = line.split(separator: " ").map(String.init)
    let arguments = words.dropFirst().map { word -> (name: String?, value: String) in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : (nil, word)
    }
    return try OrderLanguage.parse(
      keyword: words[0], arguments: arguments, exercise: state.exercise)
  }
}
