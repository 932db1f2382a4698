// Parameters of clauses by which states develop, order and fund together.

/// A development paid together (`codev`).
struct DevelopmentTerms: Sendable {
  var programme: Int
  /// bp by state.
  var shares: [Int]
  var isExportable: Bool
  /// Turns over which it is paid.
  var turns: Int
}

/// Lots ordered with pooled money (`jointfund`).
struct JointOrderTerms: Sendable {
  var programme: Int
  /// bp by state.
  var contributions: [Int]
  /// mU in all.
  var lots: Int
  /// mU a turn.
  var rate: Int
  /// States whose lines build, as written; none means the engine chooses.
  var lines: MemberSet
}

/// A common fund for new firms (`accel`).
struct AcceleratorTerms: Sendable {
  /// Indices of the domains.
  var domains: [Int]
  /// $k a turn, of all together.
  var pool: Int
  /// bp by state.
  var shares: [Int]
}

/// Civil technology brought into defence together (`dualuse`).
struct DualUseTerms: Sendable {
  /// Indices of the domains.
  var domains: [Int]
  /// People may move between civil and defence work (SR3).
  var talent: Bool
}

/// A plant of the owner in the host (`subsidiary`).
struct SubsidiaryTerms: Sendable {
  var sector: Sector
  /// The owner sees what is made there; else a proxy keeps it out.
  var flowsBack: Bool
  /// $k.
  var invest: Int
}

/// Work promised in return for a sale (`offset`).
struct OffsetTerms: Sendable {
  /// bp of the contract.
  var obligation: Int
  /// Work on the programme itself counts.
  var isDirect: Bool
  /// Turns in which it is placed.
  var within: Int
}

/// Requests for inputs that go first (`sosa`).
struct RatingTerms: Sendable {
  var inputs: [Input]
  /// 2 is served before 1.
  var rating: Int
}
