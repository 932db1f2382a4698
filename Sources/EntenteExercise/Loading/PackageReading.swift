import EntenteSession

/// The files of a package read against their tables: everything that could be read, and a finding
/// for everything else.
struct PackageReading {
  var texts: [String: String] = [:]
  var exercise = Fields()
  var states: [Fields] = []
  var programmes: [Fields] = []
  var world = Fields()
  var injects: [Fields] = []
  private(set) var findings: [Finding] = []
  /// Names by kind, in the order of the files.
  private(set) var known: [NameKind: [String]] = [:]

  init(_ package: ExercisePackage) {
    for file in package.files {
      let checked = TextCheck.text(file.bytes, file: file.path)
      findings += checked.findings
      texts[file.path] = checked.text
    }
    var trees: [String: YAMLNode] = [:]
    for file in PackageFile.data { trees[file] = tree(file, in: package) }
    let merge = LibraryMerge(trees, texts: texts, shelved: package.shelved)
    trees = merge.trees
    findings += merge.findings
    known = Self.names(in: trees)
    exercise = record(trees, PackageFile.exercise, .record(ExerciseKeys.record))
    states = records(trees, PackageFile.states, StateKeys.file)
    programmes = records(trees, PackageFile.programmes, ProgrammeKeys.file)
    world = record(trees, PackageFile.world, .record(WorldKeys.record))
    injects = records(trees, PackageFile.injects, InjectKeys.file)
    checkFiles(package, alsoUsed: merge.used)
  }

  private mutating func tree(_ file: String, in package: ExercisePackage) -> YAMLNode? {
    guard package.bytes(file) != nil else {
      // An exercise without events is a possible exercise.
      if file != PackageFile.injects {
        findings.append(
          Finding(.error, file: file, name: "missing-file", "A package needs this file."))
      }
      return nil
    }
    guard let text = texts[file] else { return nil }
    let parsed = YAMLTree.parse(text, file: file)
    findings += parsed.findings
    return parsed.root
  }

  private mutating func field(_ trees: [String: YAMLNode], _ file: String, _ shape: Shape) -> Field?
  {
    guard let tree = trees[file] else { return nil }
    var reader = ShapeReader(file: file, known: known)
    let field = reader.read(tree, as: shape, key: file)
    findings += reader.findings
    return field
  }

  private mutating func record(
    _ trees: [String: YAMLNode], _ file: String, _ shape: Shape
  ) -> Fields {
    field(trees, file, shape)?.record ?? Fields()
  }

  private mutating func records(
    _ trees: [String: YAMLNode], _ file: String, _ shape: Shape
  ) -> [Fields] {
    guard case .list(let members)? = field(trees, file, shape)?.value else { return [] }
    return members.compactMap(\.record)
  }

  // MARK: names

  private static func names(in trees: [String: YAMLNode]) -> [NameKind: [String]] {
    let exercise = trees[PackageFile.exercise]
    let programmes = trees[PackageFile.programmes]?.members ?? []
    var roles: [String] = []
    if case .map(let entries)? = exercise?["roles"]?.content { roles = entries.map(\.key) }
    return [
      .state: (trees[PackageFile.states]?.members ?? []).compactMap { $0["id"]?.text },
      .programme: programmes.compactMap { $0["id"]?.text },
      .theatre: (trees[PackageFile.world]?["theatres"]?.members ?? []).compactMap {
        $0["id"]?.text
      },
      .objective: (exercise?["objectives"]?.members ?? []).compactMap { $0["id"]?.text },
      .role: roles.isEmpty ? StandardRoles.all.map(\.name) : roles,
      .line: programmes.flatMap { programme in
        (programme["lines"]?.members ?? []).compactMap { line in
          line["state"]?.text.flatMap { state in programme["id"]?.text.map { "\(state)-\($0)" } }
        }
      },
    ]
  }

  // MARK: files

  private mutating func checkFiles(_ package: ExercisePackage, alsoUsed: Set<String>) {
    let states = known[.state] ?? []
    let briefs = [PackageFile.publicBrief] + states.map { PackageFile.brief(of: $0) }
    for brief in briefs where package.bytes(brief) == nil {
      findings.append(
        Finding(
          .error, file: ExercisePackage.printable(brief), name: "missing-file",
          "A package needs this brief."))
    }
    for file in [PackageFile.guide, PackageFile.readme] where package.bytes(file) == nil {
      findings.append(
        Finding(.warning, file: file, name: "missing-file", "A facilitator will miss this file."))
    }
    let used = alsoUsed.union(
      PackageFile.data + briefs + [PackageFile.guide, PackageFile.readme])
    for file in package.files {
      if !used.contains(file.path) {
        findings.append(
          Finding(.warning, file: file.path, name: "unused-file", "Nothing reads this file."))
      } else if file.path.hasSuffix(".md"), texts[file.path]?.contains(where: \.isLetter) == false {
        findings.append(
          Finding(.error, file: file.path, name: "empty-file", "There is nothing in this file."))
      }
      if file.path.hasSuffix(".md"), let text = texts[file.path] {
        findings += MarkdownCheck.findings(
          text, file: file.path, isBrief: briefs.contains(file.path))
      }
    }
  }
}
