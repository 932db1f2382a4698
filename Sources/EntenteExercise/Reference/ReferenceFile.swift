/// A file of a package whose keys can be told: to an editor as a schema, to people as tables.
package enum ReferenceFile: String, CaseIterable, Sendable {
  case exercise, states, programmes, world, injects

  /// The name of the file in a package: `states.yaml`.
  package var path: String { "\(rawValue).yaml" }

  /// What stands at the top of the file.
  var shape: Shape {
    switch self {
    case .exercise: .record(ExerciseKeys.record)
    case .states: StateKeys.file
    case .programmes: ProgrammeKeys.file
    case .world: .record(WorldKeys.record)
    case .injects: InjectKeys.file
    }
  }

  /// The line an editor looks for at the head of the file, when the schemas are written into the
  /// folder `schemaFolder` of the package.
  package var editorLine: String {
    "# yaml-language-server: $schema=\(Self.schemaFolder)/\(rawValue).json\n"
  }

  /// Where `entente new` puts the schemas: hidden, because they are no part of the exercise.
  package static let schemaFolder = ".schema"
}
