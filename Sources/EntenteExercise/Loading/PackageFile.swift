/// The files a package has, by what stands in them.
enum PackageFile {
  static let exercise = "exercise.yaml"
  static let states = "states.yaml"
  static let programmes = "programmes.yaml"
  static let world = "world.yaml"
  static let injects = "injects.yaml"
  static let publicBrief = "briefs/public.md"
  static let guide = "guide.md"
  static let readme = "README.md"

  /// What one team reads.
  static func brief(of state: String) -> String { "briefs/\(state).md" }

  /// The files that are data.
  static let data = [exercise, states, programmes, world, injects]
}
