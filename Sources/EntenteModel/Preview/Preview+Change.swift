// Looking ahead at a change of a deal that stands, against that deal as it is.
extension Preview {
  /// Who pays for a change: those who ratify it, and the fee of a newcomer.
  package struct ChangeTerms: Sendable {
    /// States that ratify the change; ascending.
    package var payers: [Int]
    /// The state that joins; nil where none does.
    package var newcomer: Int?
    /// What it pays; $k.
    package var fee: Money
    /// Terms of a change; nothing is paid unless told.
    package init(payers: [Int] = [], newcomer: Int? = nil, fee: Money = 0) {
      self.payers = payers
      self.newcomer = newcomer
      self.fee = fee
    }
  }

  /// What the amendment of a concluded deal to `text` would do, against the deal as it stands.
  package static func amending(
    _ deal: Deal, to text: DealText, baseline: Baseline
  ) -> PreviewResult {
    let scenario = baseline.scenario
    let draft = Lifecycle.amended(
      deal, to: text, revision: deal.revision, in: baseline.world, scenario: scenario)
    let payers = Lifecycle.mustRatify(amending: deal, to: text, scenario: scenario)
    var result = changing(deal, draft, ChangeTerms(payers: payers), baseline)
    result.refusals = DealRules.signing(
      text, signer: baseline.reader, in: baseline.world, scenario: scenario,
      claimed: baseline.claimed, replacing: deal.id)
    return result
  }

  /// What it would do if `state` joined a concluded deal. What bars it is told to the state itself.
  package static func acceding(
    to deal: Deal, by state: Int, annex: String?, baseline: Baseline
  ) -> PreviewResult {
    let scenario = baseline.scenario
    let draft = Lifecycle.acceded(
      deal, by: state, annex: annex, in: baseline.world, scenario: scenario)
    var terms = ChangeTerms(newcomer: state)
    if Lifecycle.ratificationClass(of: draft.deal, for: state, scenario: scenario) != .a {
      terms.payers = [state]
    }
    if case .open(_, _, let fee) = deal.text.accession {
      terms.fee = baseline.world.accessionFee(fee, for: state)
    }
    var result = changing(deal, draft, terms, baseline)
    if baseline.reader == state {
      result.refusals = DealRules.acceding(
        to: deal, by: state, annex: annex, in: baseline.world, scenario: scenario)
    }
    return result
  }

  private static func changing(
    _ deal: Deal, _ draft: Conclusion, _ terms: ChangeTerms, _ baseline: Baseline
  ) -> PreviewResult {
    let (start, scenario, text) = (baseline.world, baseline.scenario, draft.deal.text)
    var run = PreviewRun(changing: draft, terms, on: baseline)
    run.advance()
    let effects = run.effects()
    // What waits already is no news: only clauses that begin with the change are told of.
    let known = text.clauses.filter { clause in
      deal.text.clauses.contains { $0.isSameDuty(as: clause) }
    }.map(\.id)
    var result = PreviewResult(
      horizon: baseline.horizon,
      gates: PreviewGates.of(draft, in: start, scenario: scenario).filter {
        !known.contains($0.clause)
      },
      costs: run.costs(), parties: effects, purpose: run.purpose(effects), leaks: run.leaks(),
      duties: run.duties,
      warnings: DealRules.warnings(text, in: start, scenario: scenario, replacing: deal.id),
      refusals: [], assumptions: baseline.assumptions)
    result.warnings += run.warnings(effects)
    if let reader = baseline.reader, scenario.parameters.fog != .none {
      result.parties.removeAll { $0.state != reader }
      result.purpose = run.purpose(result.parties)
    }
    return result
  }
}
