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
  /// What only authors are told: never a reason to refuse a package that was played before.
  private(set) var advice: [Finding] = []
  /// Names by kind, in the order of the files; a kind whose file could not be read is left out.
  private(set) var known: [NameKind: [String]] = [:]
  /// Whether every file could be read that others refer to. Where one could not, whatever refers
  /// to it would seem wrong, so that nothing more is looked for than the file's own fault.
  private(set) var isWhole = true

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
    isWhole = known.count == NameKind.allCases.count && merge.findings.allowPlay
    exercise = record(trees, PackageFile.exercise, .record(ExerciseKeys.record))
    states = records(trees, PackageFile.states, StateKeys.file)
    programmes = records(trees, PackageFile.programmes, ProgrammeKeys.file)
    world = record(trees, PackageFile.world, .record(WorldKeys.record))
    injects = records(trees, PackageFile.injects, InjectKeys.file)
    checkFiles(package, alsoUsed: merge.used)
    checkName(package)
  }

  private mutating func tree(_ file: String, in package: ExercisePackage) -> YAMLNode? {
    guard package.bytes(file) != nil else {
      // An exercise without events is a possible exercise.
      if file != PackageFile.injects, !package.unread.contains(file) {
        findings.append(
          Finding(.error, file: file, name: "missing-file", "A package needs this file."))
      }
      return nil
    }
    guard let text = texts[file] else { return nil }
    let parsed = YAMLTree.parse(text, file: file)
    // What stops the parser at a character was told of that character.
    let isTold = findings.contains { $0.file == file && $0.name == TextCheck.refusedName }
    findings += parsed.findings.filter { !isTold || $0.line > 0 }
    return parsed.root
  }

  private mutating func field(_ trees: [String: YAMLNode], _ file: String, _ shape: Shape) -> Field?
  {
    guard let tree = trees[file] else { return nil }
    var reader = ShapeReader(file: file, known: known)
    reader.listsAreOpen = known[.state] == nil
    let field = reader.read(tree, as: shape, key: file)
    findings += reader.findings.filter { !isToldCharacter($0) }
    advice += reader.advice
    if reader.isFull {
      findings.append(
        Finding(
          .error, file: file, name: "too-many-findings",
          "Only the first \(ShapeReader.findingsMax) findings of this file are told."))
    }
    return field
  }

  /// Whether `finding` is of a character that the look at the whole file has found already.
  private func isToldCharacter(_ finding: Finding) -> Bool {
    guard finding.name == TextCheck.refusedName else { return false }
    return findings.contains {
      $0.name == finding.name && $0.file == finding.file && $0.sentence == finding.sentence
    }
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

  /// The names the files define. A kind is left out where its file could not be read, or where one
  /// of its cards goes by no name: then a name that is not found would be nobody's fault.
  private static func names(in trees: [String: YAMLNode]) -> [NameKind: [String]] {
    var names: [NameKind: [String]] = [:]
    if let exercise = trees[PackageFile.exercise], case .map = exercise.content {
      names[.objective] = ids(in: exercise["objectives"])
      var roles: [String] = []
      if case .map(let entries)? = exercise["roles"]?.content { roles = entries.map(\.key) }
      names[.role] = roles.isEmpty ? StandardRoles.all.map(\.name) : roles
    }
    names[.state] = ids(in: trees[PackageFile.states])
    names[.theatre] = ids(in: trees[PackageFile.world]?["theatres"])
    let programmes = trees[PackageFile.programmes]
    names[.programme] = ids(in: programmes)
    names[.line] = names[.programme].map { _ in
      (programmes?.members ?? []).flatMap { programme in
        (programme["lines"]?.members ?? []).compactMap { line in
          line["state"]?.text.flatMap { state in programme["id"]?.text.map { "\(state)-\($0)" } }
        }
      }
    }
    return names
  }

  /// The ids of a list of records; nil where it is no list, or where one has none.
  private static func ids(in node: YAMLNode?) -> [String]? {
    guard let node, case .list(let members) = node.content else { return nil }
    let ids = members.compactMap { $0["id"]?.text }
    return ids.count == members.count ? ids : nil
  }

  // MARK: files

  private mutating func checkFiles(_ package: ExercisePackage, alsoUsed: Set<String>) {
    let states = known[.state] ?? []
    let briefs = [PackageFile.publicBrief] + states.map { PackageFile.brief(of: $0) }
    let isMissing = { package.bytes($0) == nil && !package.unread.contains($0) }
    for brief in briefs where isMissing(brief) {
      findings.append(
        Finding(
          .error, file: ExercisePackage.printable(brief), name: "missing-file",
          "A package needs this brief."))
    }
    for file in [PackageFile.guide, PackageFile.readme] where isMissing(file) {
      findings.append(
        Finding(.warning, file: file, name: "missing-file", "A facilitator will miss this file."))
    }
    let used = alsoUsed.union(
      PackageFile.data + briefs + [PackageFile.guide, PackageFile.readme])
    // Nobody knows which briefs and cards are read where the lists of who plays cannot be.
    let isClear = known[.state] != nil
    for file in package.files {
      if !used.contains(file.path) {
        if !isClear, file.path.contains("/") { continue }
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

  /// A folder that goes by another name than its exercise: people ask for the one and read the
  /// other.
  private mutating func checkName(_ package: ExercisePackage) {
    guard let folder = package.folderName, let field = exercise["id"], let id = field.text,
      id != folder
    else { return }
    advice.append(
      Finding(
        .warning, file: PackageFile.exercise, line: field.line, column: field.column,
        name: "other-name",
        "The exercise is called \"\(id)\" and its folder \"\(folder.clipped)\"; give both one name."
      ))
  }
}
