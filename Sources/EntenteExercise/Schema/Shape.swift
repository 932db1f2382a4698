/// What may stand as the value of a key. The tables of keys are made of these; the reader follows
/// them, and a reference or an editor's schema can be printed from them.
indirect enum Shape: Sendable {
  /// Words for people, at most so many characters.
  case text(max: Int)
  /// One of these words.
  case word([String])
  /// A name that is defined here: lower-case letters, digits and hyphens, a letter first.
  case newName
  /// The name of something the package defines.
  case name(NameKind)
  /// A bare whole number.
  case count(ClosedRange<Int>)
  /// Basis points, typed as `55%`.
  case share(ClosedRange<Int>)
  /// $k, typed as `180m` or `900k`.
  case money(ClosedRange<Int>)
  /// mU, typed as lots with up to three decimals.
  case lots(ClosedRange<Int>)
  /// Seconds, bare or typed as `15min`, `12h`, `3d`.
  case duration(ClosedRange<Int>)
  case flag
  /// So many members of one shape.
  case list(Shape, ClosedRange<Int>)
  case record(RecordShape)
  /// Any number of keys of one kind, all values of one shape.
  case map(MapKeys, Shape)
  /// The first of these that fits.
  case oneOf([Shape])
}

/// What a name in a package may refer to.
enum NameKind: String, Sendable, CaseIterable {
  case state, programme, theatre, objective, role, line
}

/// Which keys a map may have.
enum MapKeys: Sendable {
  case words([String])
  case names(NameKind)
  /// Names that are defined here.
  case new
}

/// A record with a fixed set of keys.
struct RecordShape: Sendable {
  /// What one of them is called, for sentences: `state card`.
  var name: String
  var keys: [KeyRule]
  /// Whether its figures are to have a source or a confidence.
  var isSourced = false
  /// Which key tells two of them apart in a list.
  var identity: String?

  init(_ name: String, identity: String? = nil, isSourced: Bool = false, _ keys: [KeyRule]) {
    self.name = name
    self.keys = keys
    self.isSourced = isSourced
    self.identity = identity
  }
}

/// One key of a record.
struct KeyRule: Sendable {
  var name: String
  var shape: Shape
  var isRequired: Bool
  /// One sentence for the reference.
  var summary: String

  init(_ name: String, _ shape: Shape, required: Bool = false, _ summary: String) {
    self.name = name
    self.shape = shape
    self.isRequired = required
    self.summary = summary
  }
}

extension Shape {
  /// An index or a share between nothing and all.
  static let index = Shape.share(0...10_000)
  /// Money nobody has to argue about: up to 100000m.
  static let sum = Shape.money(0...100_000_000)
  /// A line of text.
  static let line = Shape.text(max: 300)
  /// A paragraph or two.
  static let prose = Shape.text(max: 4_000)

  /// True for what counts as a figure, which may carry its source.
  var isFigure: Bool {
    switch self {
    case .count, .share, .money, .lots: true
    default: false
    }
  }

  /// True if a value like `node`, single, list or keys, could have this shape at all.
  func isAlike(_ node: YAMLNode) -> Bool {
    switch (self, node.content) {
    case (.list, .list), (.record, .map), (.map, .map): true
    case (.list, _), (.record, _), (.map, _): false
    case (.oneOf(let shapes), _): shapes.contains { $0.isAlike(node) }
    case (_, .scalar): true
    case (_, .map): isFigure
    case (_, .list): false
    }
  }
}
