import EntenteModel
import Testing

struct ClauseCatalogueTests {
  @Test("the catalogue has thirty clauses in the order of their numbers")
  func order() {
    #expect(ClauseCatalogue.entries.map(\.number) == Array(1...30))
    #expect(ClauseCatalogue.entries.map(\.kind) == ClauseKind.allCases)
    #expect(ClauseKind(number: 3) == .coprod)
    #expect(ClauseKind(number: 0) == nil)
    #expect(ClauseKind(number: 31) == nil)
    #expect([ClauseKind.dialogue, .pilot].map(\.code) == ["c01", "c30"])
  }

  /// kind, class, family, weight, stage, mutual
  private static let rows: [(ClauseKind, String)] = [
    (.dialogue, "a inf 200 deployment mutual"), (.codev, "c tec 1600 development mutual"),
    (.coprod, "c ind 1400 production mutual"), (.offtake, "b ind 400 production directed"),
    (.licprod, "c ind 900 production directed"), (.transfer, "c tec 1000 development directed"),
    (.standard, "b ops 700 deployment mutual"), (.exercise, "a ops 500 deployment mutual"),
    (.acsa, "b ops 600 deployment mutual"), (.sustain, "b ind 800 deployment mutual"),
    (.basing, "c ops 1000 deployment directed"), (.rdp, "b ind 600 production mutual"),
    (.ntib, "c ind 900 production mutual"), (.exempt, "c tec 1000 development mutual"),
    (.subsidiary, "b ind 500 production directed"), (.accel, "b tec 800 development mutual"),
    (.gsoia, "b inf 700 deployment mutual"), (.infoshare, "b inf 700 deployment mutual"),
    (.sosa, "a ind 500 production mutual"), (.offset, "b fin 300 production directed"),
    (.sidepay, "a fin 100 none directed"), (.excl, "b ind 300 production mutual"),
    (.jointfund, "c fin 900 production mutual"), (.dualuse, "b tec 500 development mutual"),
    (.stockpool, "b ops 800 deployment mutual"), (.gov, "a fin 100 none mutual"),
    (.term, "a fin 0 none mutual"), (.reexport, "a tec 100 production directed"),
    (.crisis, "b ops 1000 deployment mutual"), (.pilot, "a - 0 none mutual"),
  ]

  @Test("class, family, weight, stage and direction are those of the catalogue", arguments: rows)
  func row(_ kind: ClauseKind, _ expected: String) {
    let level = kind.ratificationClass(for: kind.isMutual ? .party : .giver)
    let direction = kind.isMutual ? "mutual" : "directed"
    let found =
      "\(level) \(kind.family?.rawValue ?? "-") \(kind.formationWeight) \(kind.stage) \(direction)"
    #expect(found == expected)
  }

  private static let parameters: [(ClauseKind, String)] = [
    (.dialogue, "theatre meetings"), (.codev, "programme! shares! exportable turns licence"),
    (.coprod, "programme! lines! workshare! rate config licence"),
    (.offtake, "programme! lots! price first"),
    (.licprod, "programme! royalty cap rate territory config licence"),
    (.transfer, "domain! depth monitor flowback licence"), (.standard, "family! te fund"),
    (.exercise, "intensity theatre"), (.acsa, "categories"), (.sustain, "programme! hub!"),
    (.basing, "posture theatre status"), (.rdp, ""), (.ntib, "sectors"), (.exempt, "users"),
    (.subsidiary, "sector! mitigation invest!"), (.accel, "domains! pool! shares hub"),
    (.gsoia, "level"), (.infoshare, "topics deep"), (.sosa, "inputs! rating"),
    (.offset, "obligation kind within"), (.sidepay, "amount! turns start"),
    (.excl, "programme sector except"),
    (.jointfund, "programme! contributions! lots! rate agency lines"),
    (.dualuse, "domains! talent"), (.stockpool, "programme! lots! call"),
    (.gov, "mode lead decisions disputes floor juste"),
    (.term, "duration notice penalty survive review"), (.reexport, "programme! consent enduse"),
    (.crisis, "theatre! trigger posture turns"), (.pilot, "wraps! review! sunset"),
  ]

  @Test(
    "parameters stand in the order of the catalogue, and say if they are needed",
    arguments: parameters)
  func names(_ kind: ClauseKind, _ expected: String) {
    let names = kind.entry.parameters.map { $0.name + ($0.isRequired ? "!" : "") }
    #expect(names.joined(separator: " ") == expected)
    #expect(Set(names).count == names.count)
  }

  @Test("every clause and every parameter has a sentence of help", arguments: ClauseKind.allCases)
  func help(_ kind: ClauseKind) {
    for sentence in [kind.entry.summary] + kind.entry.parameters.map(\.summary) {
      #expect(sentence.hasSuffix(".") && sentence.count > 8)
    }
  }

  @Test("a default number lies in the range of its parameter", arguments: ClauseKind.allCases)
  func defaults(_ kind: ClauseKind) {
    for spec in kind.entry.parameters {
      guard case .value(.integer(let value)) = spec.fallback, let range = spec.type.range else {
        continue
      }
      #expect(range.contains(value), "\(kind) \(spec.name)")
    }
  }

  @Test("equal shares are whole, and the rest goes to the lower states")
  func equalShares() {
    let shares = StateAmount.equalShares(["aster", "borea", "cael"])
    #expect(shares.map(\.value) == [3334, 3333, 3333])
    #expect(shares.total == 10_000)
    #expect(shares.value(of: "aster") == 3334)
    #expect(shares.value(of: "dorn") == 0)
  }

  @Test("a sum that would overflow stops at the largest number")
  func overflow() {
    let amounts = [StateAmount(state: "aster", value: .max), StateAmount(state: "borea", value: 1)]
    #expect(amounts.total == .max)
  }
}
