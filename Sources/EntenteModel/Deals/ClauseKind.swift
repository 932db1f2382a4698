/// The thirty clauses a deal may be made of, in catalogue order C01…C30. The raw value is the word
/// people type and the `type` of the canonical JSON.
package enum ClauseKind: String, CaseIterable, Sendable, Codable {
  case dialogue, codev, coprod, offtake, licprod, transfer, standard, exercise, acsa, sustain
  case basing, rdp, ntib, exempt, subsidiary, accel, gsoia, infoshare, sosa, offset
  case sidepay, excl, jointfund, dualuse, stockpool, gov, term, reexport, crisis, pilot

  /// The kind with catalogue number `number`, 1...30; nil outside.
  package init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }

  /// What the catalogue says about this clause: class, weight, direction, parameters, help.
  package var entry: ClauseEntry { ClauseCatalogue.entry(self) }

  /// Catalogue number, 1...30.
  package var number: Int { entry.number }

  /// The short code people may type instead of the word, `c01`…`c30`; it is never printed.
  package var code: String { number < 10 ? "c0\(number)" : "c\(number)" }

  /// The family that EQ28 counts; nil for `pilot`, which has that of the clauses it wraps.
  package var family: ClauseFamily? { entry.family }

  /// Formation weight cw of EQ28; 0 for `pilot`, whose wrapped clauses keep half of theirs.
  package var formationWeight: Int { entry.formationWeight }

  /// Stage for metric M2; `.none` for payments, headers and `pilot`.
  package var stage: Stage { entry.stage }

  /// True if all bound states have the same part; false if `from` gives and `to` receives.
  package var isMutual: Bool { entry.direction == .mutual }

  /// True for `gov` and `term`, which fill the headers of a deal and take no clause id.
  package var isHeader: Bool { self == .gov || self == .term }

  /// Class for a state with `role` in the clause. `crisis` is B here, its class at a posture of
  /// 25% or less; `ClauseText.ratificationClass(for:)` reads the posture written.
  package func ratificationClass(for role: ClauseRole) -> RatificationClass {
    role == .receiver ? entry.receiverClass : entry.giverClass
  }
}
