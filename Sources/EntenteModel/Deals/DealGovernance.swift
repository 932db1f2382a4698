/// How the parties decide and settle disputes; filled by the clause `gov`.
package struct DealGovernance: Hashable, Sendable, Codable {
  /// Who runs what is made together.
  package enum Mode: String, CaseIterable, Sendable, Codable {
    /// Resolved at conclusion: see `resolved(ownerIsParty:holders:)`.
    case auto
    case lead, consortium, unanimity
  }

  /// How an amendment passes.
  package enum Decisions: String, CaseIterable, Sendable, Codable {
    case unanimity, majority, weighted
  }

  /// What happens after a breach.
  package enum Disputes: String, CaseIterable, Sendable, Codable {
    case consult, arbiter, snapback
  }

  /// As written; see `resolved(ownerIsParty:holders:)`.
  package var mode: Mode
  /// The leading state, written with mode `lead`.
  package var lead: StateID?
  /// The rule for amendments.
  package var decisions: Decisions
  /// The rule for disputes.
  package var disputes: Disputes
  /// Least workshare of a bound state with less industry than the parties' median, 0...3000 bp.
  package var floor: BasisPoints
  /// Whether work follows the money paid so far.
  package var juste: Bool

  /// A governance, with the defaults of the language.
  package init(
    mode: Mode = .auto, lead: StateID? = nil, decisions: Decisions = .unanimity,
    disputes: Disputes = .consult, floor: BasisPoints = 0, juste: Bool = false
  ) {
    self.mode = mode
    self.lead = lead
    self.decisions = decisions
    self.disputes = disputes
    self.floor = floor
    self.juste = juste
  }

  /// The governance that EQ4, EQ5 and EQ9 read. `auto` is `unanimity` with `juste`; else `lead` if
  /// the owner of the design is a party and at most two states hold workshare, else `consortium`.
  package func resolved(ownerIsParty: Bool, holders: Int) -> Governance {
    switch mode {
    case .lead: .lead
    case .consortium: .consortium
    case .unanimity: .unanimity
    case .auto: juste ? .unanimity : ownerIsParty && holders <= 2 ? .lead : .consortium
    }
  }
}
