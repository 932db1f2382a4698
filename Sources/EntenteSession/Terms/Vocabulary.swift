package import EntenteModel

/// What names exist here: a text can only speak of these.
package struct Vocabulary: Hashable, Sendable {
  /// Handles of all states of the session.
  package var states: [StateID]
  /// Ids of the programmes.
  package var programmes: [ProgrammeID]
  /// Ids of the theatres.
  package var theatres: [TheatreID]
  /// Families of standards.
  package var families: [String]
  /// Sectors that play here.
  package var sectors: [Sector]
  /// Technology domains that play here.
  package var domains: [Domain]
  /// Inputs that play here.
  package var inputs: [Input]
  /// The clause menu of the exercise. `gov` and `term` fill headers and are always allowed.
  package var clauses: [ClauseKind]
  /// Other spellings of handles and ids, in lower case, and what they stand for.
  package var otherNames: [String: String]
  /// The turn in which the deal was first tabled; later turns are counted from it.
  package var turn: Int
  /// The last turn of the exercise.
  package var lastTurn: Int
  /// Programmes that may still be developed; nil if that is not known here.
  package var developable: [ProgrammeID]?
  /// True if every well-formed name counts as known: for texts that were checked before.
  let acceptsAnyName: Bool

  /// Families of standards an exercise has unless it names others.
  package static let commonFamilies = ["c2", "data", "iamd", "logistics", "munition", "training"]

  /// A vocabulary with every sector, domain, input and clause unless other lists are given.
  package init(
    states: [StateID], programmes: [ProgrammeID], theatres: [TheatreID],
    families: [String] = Vocabulary.commonFamilies, sectors: [Sector] = Sector.allCases,
    domains: [Domain] = Domain.allCases, inputs: [Input] = Input.allCases,
    clauses: [ClauseKind] = ClauseKind.allCases, otherNames: [String: String] = [:],
    turn: Int, lastTurn: Int, developable: [ProgrammeID]? = nil
  ) {
    self.init(
      acceptsAnyName: false, states: states, programmes: programmes, theatres: theatres,
      families: families, sectors: sectors, domains: domains, inputs: inputs, clauses: clauses,
      otherNames: otherNames, turn: turn, lastTurn: lastTurn, developable: developable)
  }

  private init(
    acceptsAnyName: Bool, states: [StateID], programmes: [ProgrammeID], theatres: [TheatreID],
    families: [String], sectors: [Sector], domains: [Domain], inputs: [Input],
    clauses: [ClauseKind], otherNames: [String: String], turn: Int, lastTurn: Int,
    developable: [ProgrammeID]?
  ) {
    self.acceptsAnyName = acceptsAnyName
    self.states = states
    self.programmes = programmes
    self.theatres = theatres
    self.families = families
    self.sectors = sectors
    self.domains = domains
    self.inputs = inputs
    self.clauses = clauses
    self.otherNames = otherNames
    self.turn = turn
    self.lastTurn = lastTurn
    self.developable = developable
  }

  /// Every well-formed name of a state, programme, theatre and family, every clause, any turn: for
  /// reading back what was checked when it was written.
  package static let anyName = Vocabulary(
    acceptsAnyName: true, states: [], programmes: [], theatres: [], families: [],
    sectors: Sector.allCases, domains: Domain.allCases, inputs: Input.allCases,
    clauses: ClauseKind.allCases, otherNames: [:], turn: 0, lastTurn: 99, developable: nil)

  /// The handle or id `word` stands for; `word` itself if it has no other meaning.
  package func canonical(_ word: String) -> String { otherNames[word] ?? word }

  /// True if the menu has `kind`.
  package func allows(_ kind: ClauseKind) -> Bool { kind.isHeader || clauses.contains(kind) }
}
