/// Why a party would want a text, split in three by what a look ahead shows (M3): safety from the
/// threat, nearness to the strongest partner, and a share in industry and knowledge.
package struct DealMotive: Hashable, Sendable {
  /// Shares of what the party gains; they sum to 10000 bp.
  package var threat: BasisPoints
  /// Gained with the party of the highest mean ICn alone.
  package var alignment: BasisPoints
  /// Work, price and technology.
  package var participation: BasisPoints

  /// 30 x dSEC, 10 x dC with the strongest partner, and 15 x dECON + 15 x dCOST + 10 x dTECH;
  /// losses count as 0. Nil where nothing is gained.
  package init?(of effect: PreviewEffect) {
    func gain(_ term: ScoreTerm) -> Int { max(0, effect.terms[term.index]) }
    let parts = [
      30 * gain(.sec), 10 * max(0, effect.nearness),
      15 * gain(.econ) + 15 * gain(.cost) + 10 * gain(.tech),
    ]
    guard parts.contains(where: { $0 > 0 }) else { return nil }
    let shares = lrm(10_000, parts).map { BasisPoints($0) }
    (threat, alignment, participation) = (shares[0], shares[1], shares[2])
  }
}

/// What a text says it is for, beside what a look ahead shows it to do.
package struct PurposeReading: Hashable, Sendable {
  /// As its parties wrote it.
  package var declared: Purpose
  /// What most of its effect is: safety (`assure`), capability (`enhance`), or a gesture with no
  /// gain in either (`signal`).
  package var measured: Purpose

  /// Reads the effects a reader may see. Safety is 30 x dSEC; capability is 20 x dLAT, 15 x dECON,
  /// 15 x dCOST and 10 x dTECH, losses as 0; of equals the declared one.
  package init(declared: Purpose, effects: [PreviewEffect]) {
    self.declared = declared
    func sum(_ weights: [(ScoreTerm, Int)]) -> Int {
      effects.reduce(0) { total, effect in
        weights.reduce(total) { $0 + $1.1 * max(0, effect.terms[$1.0.index]) }
      }
    }
    let safety = sum([(.sec, 30)])
    let capability = sum([(.lat, 20), (.econ, 15), (.cost, 15), (.tech, 10)])
    if safety == 0, capability == 0 {
      measured = .signal
    } else if safety == capability {
      measured = declared == .assure ? .assure : .enhance
    } else {
      measured = safety > capability ? .assure : .enhance
    }
  }

  /// Whether it does what it says.
  package var isKept: Bool { declared == measured }
}
