import EntenteModel
import EntenteSession
import Testing

struct DealJSONTests {
  @Test("parameters and headers may be left out, and the defaults are filled in")
  func defaults() throws {
    let json = """
      {"clauses":[{"type":"acsa"},{"type":"standard","params":{"family":"c2"},"annex":"north"},
      {"type":"licprod","from":["dorn"],"to":["aster"],"params":{"programme":"canopy"}}]}
      """
    let text = try #require(parse(json).text)
    #expect(
      TermsPrinter.print(text)
        == "acsa; standard family=c2 annex=north; dorn>aster licprod programme=canopy")
  }

  @Test("the states of a mutual clause are its group")
  func group() throws {
    let text = try #require(
      parse(#"{"clauses":[{"type":"acsa","from":["dorn","aster"]}]}"#).text)
    #expect(text.clauses[0].boundStates == ["aster", "dorn"])
  }

  @Test("headers are read from their objects")
  func headers() throws {
    let json = """
      {"accession":{"rule":"open","sec":5000},"clauses":[{"type":"acsa"}],
      "entry":{"rule":"lead","state":"dorn","plus":2},"governance":{"disputes":"arbiter"},
      "parties":["aster","dorn","borea","cael"],"purpose":"signal",
      "term":{"duration":0,"survive":["c1"],"review":null},"title":"North",
      "visibility":{"rule":"secret","until":3}}
      """
    let text = try #require(parse(json).text)
    #expect(
      TermsPrinter.print(text)
        == "acsa; purpose signal; visibility secret until=3; entry lead state=dorn plus=2; "
        + "accession open sec=50%; gov disputes=arbiter; term duration=evergreen survive=acsa; "
        + "title \"North\"")
  }

  @Test(
    "what is wrong in the JSON is named",
    arguments: [
      (
        #"{"clauses":[{"type":"acsa"}],"purpse":"signal"}"#,
        "unknown-parameter 31: A deal has no \"purpse\" (column 31). Did you mean \"purpose\"?"
      ),
      (
        #"{"clauses":[{"type":"acsa","parms":{}}]}"#,
        "unknown-parameter 29: Clause 1 has no \"parms\" (column 29). Did you mean \"params\"?"
      ),
      (
        #"{"clauses":[{"type":"acsa","params":{"categoris":[]}}]}"#,
        "unknown-parameter 39: \"acsa\" has no \"categoris\" (column 39). "
          + "Did you mean \"categories\"?"
      ),
      (
        #"{"clauses":[{"type":"copord"}]}"#,
        "unknown-word 22: No clause \"copord\" (column 22). Did you mean \"coprod\"?"
      ),
      (
        #"{"clauses":[{"type":"exercise","params":{"intensity":5}}]}"#,
        "out-of-range 1: intensity is 1 to 3, not 5 (column 1)."
      ),
      (
        #"{"clauses":[{"type":"acsa"}],"parties":["aster","dorn"]}"#,
        "unknown-state 31: The parties here are aster, borea, cael, dorn (column 31)."
      ),
      (
        #"{"clauses":[{"type":"acsa","from":["astre","dorn"]}]}"#,
        "unknown-state 37: \"astre\" is not a party here (column 37). Did you mean \"aster\"?"
      ),
      (
        #"{"clauses":[{"type":"acsa","from":["aster"],"to":["dorn"]}]}"#,
        "direction-not-allowed 1: \"acsa\" binds all sides alike; write aster+dorn acsa."
      ),
      (
        #"{"clauses":[{"type":"acsa","id":"c2"}]}"#,
        "unknown-value 29: Clause 1 has the id \"c1\" (column 29)."
      ),
      (
        #"{"clauses":[{"type":"sustain","params":{"programme":["canopy"],"hub":"dorn"}}]}"#,
        "unknown-value 42: \"programme\" must be a single value (column 42)."
      ),
      (
        #"{"clauses":[{"type":"acsa","when":[{"if":"turn","op":">","than":3,"then":"suspend"}]}]}"#,
        "missing-parameter 29: A condition needs \"if\", \"op\" (>= or <=), \"than\" and \"then\" "
          + "(column 29)."
      ),
      (
        #"{"clauses":[{"type":"acsa","params":{"annex":"north"}}]}"#,
        "unknown-parameter 39: \"annex\" stands beside \"params\", not in it (column 39)."
      ),
      (#"{"clauses":[]}"#, "empty 1: There is no clause in this text."),
      (#"{"clauses":7}"#, "unknown-value 3: \"clauses\" must be a list (column 3)."),
      (#"{"clauses":[7]}"#, "unknown-value 1: Clause 1 must be an object (column 1)."),
      (#"{"clauses":[{}]}"#, "missing-parameter 3: Clause 1 needs a \"type\" (column 3)."),
      (
        #"{"clauses":[{"type":"gov"}]}"#,
        "unknown-value 22: \"gov\" is a header here, not a clause (column 22)."
      ),
      (
        #"{"clauses":[1.5]}"#,
        "bad-json 14: Numbers are whole here: no point and no exponent (column 14)."
      ),
      (#"{"clauses":["#, "bad-json 13: The JSON stops in the middle (column 13)."),
    ])
  func wrong(json: String, expected: String) {
    let parsed = parse(json)
    #expect(parsed.text == nil)
    #expect(
      parsed.findings.map { "\($0.reason.rawValue) \($0.column): \($0.sentence)" } == [expected])
  }

  @Test("in a body the findings name the line")
  func body() {
    let parsed = parse("{\n\"clauses\":[{\"type\":\n\"copord\"}]}", source: .body)
    #expect(parsed.findings.map(\.place) == [TermsPlace(line: 3, column: 2)])
  }

  @Test("words in JSON are names only: nothing else gets into a stored text")
  func names() {
    let json = #"{"clauses":[{"type":"acsa","annex":"a; rdp"}],"parties":["aster","dorn"]}"#
    #expect(CanonicalDeal.stored(Array(json.utf8)) == nil)
    let state = #"{"clauses":[{"type":"acsa"}],"parties":["aster","a b"]}"#
    #expect(CanonicalDeal.stored(Array(state.utf8)) == nil)
  }
}
