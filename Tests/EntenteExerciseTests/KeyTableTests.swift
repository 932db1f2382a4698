import Testing

@testable import EntenteExercise

/// The tables of keys are complete enough to print a reference from.
struct KeyTableTests {
  /// All records under a shape, with their keys.
  private func records(in shape: Shape) -> [RecordShape] {
    switch shape {
    case .list(let member, _): records(in: member)
    case .map(_, let value): records(in: value)
    case .oneOf(let shapes): shapes.flatMap { records(in: $0) }
    case .record(let record): [record] + record.keys.flatMap { records(in: $0.shape) }
    default: []
    }
  }

  private var all: [RecordShape] {
    [
      Shape.record(ExerciseKeys.record), StateKeys.file, ProgrammeKeys.file,
      .record(WorldKeys.record), InjectKeys.file, .record(RecordShape("figure", FigureKeys.rules)),
    ].flatMap { records(in: $0) }
  }

  @Test("Every key has one sentence that says what it is")
  func sentences() {
    for record in all {
      for key in record.keys {
        #expect(
          key.summary.hasSuffix(".") || key.summary.hasSuffix("`."), "\(record.name): \(key.name)")
        #expect(
          key.summary.first?.isUppercase == true || key.summary.hasPrefix("0 "), "\(key.name)")
      }
    }
  }

  @Test("No record has a key twice, and a key that tells records apart is one of its keys")
  func keys() {
    for record in all {
      #expect(Set(record.keys.map(\.name)).count == record.keys.count, "\(record.name)")
      if let identity = record.identity {
        #expect(record.keys.contains { $0.name == identity && $0.isRequired }, "\(record.name)")
      }
    }
    #expect(all.count >= 25)
  }

  @Test("Every metric has one name, a range and a sentence")
  func metrics() {
    let rules = MetricRule.ofCards + MetricRule.ofInjects
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { $0.summary.hasSuffix(".") && !$0.range.isEmpty })
  }
}
