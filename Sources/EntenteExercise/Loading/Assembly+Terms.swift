import EntenteModel
import EntenteSession

extension Assembly {
  /// The names a text of this exercise can speak of, in turn 1; with `all` also those that this
  /// format is played without.
  func vocabulary(_ parameters: Parameters, all: Bool = false) -> Vocabulary {
    let programmes = all ? allProgrammes : programmeNames
    let developable = reading.programmes.filter { $0.flag("developed") == false }
      .compactMap { $0.text("id") }.filter(programmes.contains)
    return Vocabulary(
      states: (all ? allStates : stateNames).map { StateID($0) },
      programmes: programmes.map { ProgrammeID($0) },
      theatres: theatreNames.map { TheatreID($0) }, families: parameters.families,
      domains: parameters.domains, clauses: parameters.clauses, turn: 1, lastTurn: turns,
      developable: developable.sorted().map { ProgrammeID($0) })
  }

  /// The deal in `field`, nil if it cannot be read or its form is not that of a deal.
  mutating func terms(
    _ field: Field, in file: String, from sender: String, to addressees: [String],
    _ vocabulary: Vocabulary
  ) -> DealText? {
    let read = TermsParser.parse(
      field.text ?? "", sender: StateID(sender), addressees: addressees.map { StateID($0) },
      vocabulary: vocabulary)
    for finding in read.findings {
      report(file, field, offset: finding.column - 1, finding.reason.rawValue, finding.sentence)
    }
    guard let text = read.text else { return nil }
    let refusals = TermsForm.check(text, vocabulary: vocabulary)
    for refusal in refusals { report(file, field, refusal.name, refusal.sentence) }
    return refusals.isEmpty ? text : nil
  }

  /// The offers bots table when the first negotiation begins.
  mutating func openings(_ vocabulary: Vocabulary) -> [Opening] {
    var openings: [Opening] = []
    for fields in reading.exercise.records("openings") {
      guard let from = fields.text("from"), let terms = fields["terms"] else { continue }
      let to = fields.texts("to")
      let text = self.terms(terms, in: PackageFile.exercise, from: from, to: to, vocabulary)
      guard let text, isHere(text) else { continue }
      openings.append(
        Opening(
          from: StateID(from), to: to.sorted().map { StateID($0) }, text: perTurn(text)))
    }
    return openings
  }
}
