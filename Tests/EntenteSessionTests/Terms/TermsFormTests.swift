import EntenteModel
import EntenteSession
import Testing

struct TermsFormTests {
  /// The refusals of `typed` as `CODE name clause key=value …`.
  private func refusals(
    _ typed: String, vocabulary: Vocabulary = .test, small: [StateID] = []
  ) throws -> [String] {
    let parsed = parse(typed, vocabulary: vocabulary)
    #expect(parsed.findings.map(\.sentence) == [])
    return TermsForm.check(try #require(parsed.text), vocabulary: vocabulary, small: small).map {
      refusal in
      let numbers = refusal.numbers.map { "\($0.key)=\($0.value)" }
      return ([refusal.code, refusal.name, refusal.clause?.text ?? "-"] + numbers)
        .joined(separator: " ")
    }
  }

  @Test(
    "a text that breaks a rule of form is refused by name, with its numbers",
    arguments: [
      (
        "codev programme=p07 shares=aster:60%,dorn:39.5%",
        "E101 shares-not-whole c1 sum=9950 need=10000"
      ),
      (
        "acsa; jointfund programme=p02 contributions=dorn:60%,aster:50% lots=9",
        "E101 shares-not-whole c2 sum=11000 need=10000"
      ),
      ("acsa; term duration=41", "E102 bad-duration - value=41 min=1 max=40"),
      ("acsa; term notice=5", "E102 bad-duration - value=5 min=0 max=4"),
      ("acsa; term duration=3 review=5", "E102 bad-duration - value=5 min=2 max=4"),
      ("acsa; term duration=3 review=1", "E102 bad-duration - value=1 min=2 max=4"),
      (
        "acsa; rdp; gsoia; infoshare; pilot wraps=c1,c2,c3,c4 review=3",
        "E103 too-many-clauses c5 count=4 limit=3"
      ),
      ("acsa; pilot wraps=gov review=3", "E104 unknown-id c2 id=gov"),
      ("acsa; pilot wraps=pilot review=3", "E104 unknown-id c2 id=c2"),
      ("acsa; term survive=term", "E104 unknown-id - id=term"),
      ("acsa; rdp; acsa categories=fuel", "E105 duplicate-clause c3 first=c1 second=c3"),
      (
        "aster+borea+cael standard family=c2; borea+cael+dorn standard family=c2",
        "E105 duplicate-clause c2 first=c1 second=c2"
      ),
      (
        "dorn>aster sidepay amount=3m; dorn>aster sidepay amount=4m",
        "E105 duplicate-clause c2 first=c1 second=c2"
      ),
      ("dorn>usa sidepay amount=3m", "E106 party-missing c1 state=usa"),
      ("sustain programme=canopy hub=usa", "E106 party-missing c1 state=usa"),
      (
        "coprod programme=p07 lines=usa workshare=aster:50%,dorn:50%",
        "E106 party-missing c1 state=usa"
      ),
      (
        "jointfund programme=p02 contributions=equal lots=9 agency=usa",
        "E106 party-missing c1 state=usa"
      ),
      ("aster+aster acsa", "E106 party-missing c1 state=aster"),
      ("acsa; entry lead state=usa plus=1", "E106 party-missing - state=usa"),
      ("dorn+aster licprod programme=canopy", "E107 direction-missing c1 type=licprod"),
      ("licprod programme=canopy", "E107 direction-missing c1 type=licprod"),
      ("dorn>dorn reexport programme=canopy", "E107 direction-missing c1 type=reexport"),
      (
        "dorn>aster offtake programme=p07 lots=2; dorn>cael offset",
        "E235 offset-without-sale c2 seller=dorn buyer=cael"
      ),
      ("acsa; gov floor=5%", "E237 governance-without-programme -"),
      ("acsa; gov juste", "E237 governance-without-programme -"),
      ("acsa; gov mode=consortium", "E237 governance-without-programme -"),
      (
        "standard family=c2 fund=aster:11m,borea:999k",
        "E302 pool-too-small c1 have=11999 need=12000"
      ),
      ("accel domains=ai pool=3.999m", "E302 pool-too-small c1 have=3999 need=4000"),
    ])
  func refused(typed: String, expected: String) throws {
    #expect(try refusals(typed) == [expected])
  }

  @Test("numbers that no deal can have are refused, and nothing is counted from them")
  func extremes() throws {
    let json =
      #"{"clauses":[{"type":"exercise"}],"term":{"duration":9223372036854775807,"review":6}}"#
    #expect(
      try refusals(json) == ["E102 bad-duration - value=9223372036854775807 min=1 max=40"])
  }

  @Test("more than 24 clauses are too many")
  func tooManyClauses() throws {
    let pairs = [
      "aster+borea", "aster+cael", "aster+dorn", "borea+cael", "borea+dorn", "cael+dorn",
    ]
    let clauses = pairs.flatMap { pair in
      ["acsa", "rdp", "gsoia", "infoshare"].map { "\(pair) \($0)" }
    }
    #expect(try refusals(clauses.joined(separator: ";")) == [])
    #expect(
      try refusals((clauses + ["dialogue"]).joined(separator: ";"))
        == ["E103 too-many-clauses - count=25 limit=24"])
  }

  @Test("a clause that is not in the menu is refused; headers always are allowed")
  func menu() throws {
    var vocabulary = Vocabulary.test
    vocabulary.clauses = [.dialogue, .coprod, .offtake]
    #expect(
      try refusals("dialogue; acsa; gov disputes=arbiter; term duration=4", vocabulary: vocabulary)
        == ["E331 clause-not-here c2 type=acsa"])
    #expect(
      parse("acsb", vocabulary: vocabulary).findings.first?.sentence
        == "No clause \"acsb\" (column 1). Known: accession, coprod, dialogue, entry, gov, offtake "
        + "and 4 more")
  }

  @Test("a programme that is developed cannot be developed again")
  func developed() throws {
    var vocabulary = Vocabulary.test
    vocabulary.developable = ["p14", "lanterm"]
    #expect(
      try refusals("codev programme=lantern shares=equal", vocabulary: vocabulary)
        == ["E104 unknown-id c1 id=lantern near=lanterm"])
    #expect(try refusals("codev programme=p14 shares=equal", vocabulary: vocabulary) == [])
  }

  @Test("a floor is owed to the states with less industry")
  func floor() throws {
    let typed = "coprod programme=p07 lines=dorn workshare=dorn:96%,aster:4%; gov floor=5%"
    #expect(
      try refusals(typed, small: ["aster", "cael"]) == [
        "E101 shares-not-whole c1 sum=400 need=500 state=aster",
        "E101 shares-not-whole c1 sum=0 need=500 state=cael",
      ])
    #expect(try refusals(typed, small: ["dorn"]) == [])
  }

  @Test("a deal needs two parties")
  func twoParties() throws {
    let alone = TermsParser.parse(
      "dialogue", sender: "aster", addressees: ["aster"], vocabulary: .test)
    let text = try #require(alone.text)
    #expect(
      TermsForm.check(text, vocabulary: .test) == [
        .partyMissing(clause: nil, state: "aster"), .partyMissing(clause: "c1", state: "aster"),
      ])
  }

  @Test("what is not the same is no duplicate")
  func different() throws {
    let typed =
      "exercise; exercise theatre=land; aster+borea exercise; dorn>aster sidepay amount=3m; "
      + "aster>dorn sidepay amount=3m; aster+borea standard family=c2; cael+dorn standard family=c2"
    #expect(try refusals(typed) == [])
  }

  @Test("an evergreen deal may be reviewed in any turn")
  func evergreenReview() throws {
    #expect(try refusals("acsa; term duration=evergreen review=30") == [])
  }

  @Test("several refusals come in the order of their codes")
  func order() throws {
    let found = try refusals("accel domains=ai pool=1m shares=aster:1%; gov juste; term notice=9")
    #expect(found.map { $0.prefix(4) } == ["E101", "E102", "E237", "E302"])
  }

  @Test("every refusal has a sentence that a player can act on")
  func sentences() throws {
    let refusals: [TermsRefusal] = [
      .sharesNotWhole(clause: "c1", sum: 9950, need: 10_000, state: nil),
      .sharesNotWhole(clause: "c1", sum: 400, need: 500, state: "aster"),
      .badDuration(field: "notice", value: 5, min: 0, max: 4),
      .tooManyClauses(clause: nil, count: 25, limit: 24),
      .unknownID(clause: nil, id: "gov", near: nil),
      .duplicateClause(first: "c1", second: "c3"),
      .partyMissing(clause: "c1", state: "usa"),
      .directionMissing(clause: "c1", kind: .licprod),
      .offsetWithoutSale(clause: "c2", seller: "dorn", buyer: "cael"),
      .governanceWithoutProgramme,
      .poolTooSmall(clause: "c1", have: 3999, need: 4000),
      .clauseNotHere(clause: "c1", kind: .acsa),
    ]
    #expect(
      refusals.map(\.sentence) == [
        "The shares of c1 sum to 99.5%, not 100%.",
        "In c1 aster has 4%, and the floor gives it 5%.",
        "The notice is 0 to 4 turns, not 5.",
        "The text has 25 clauses; 24 is the most.",
        "\"gov\" does not fit in term.",
        "c3 says the same as c1; leave one out.",
        "usa stands in c1 and is no party, or has nobody beside it.",
        "Write owner>licensees licprod: it goes from one state to others.",
        "An offset needs a sale: add dorn>cael offtake.",
        "gov needs something made together: codev, coprod, licprod or jointfund.",
        "c1 pools 3999k a turn; it needs 4m.",
        "This exercise has no acsa.",
      ])
  }
}
