import EntenteJSON
import Testing

struct CanonicalCoderTests {
  enum Posture: String, Codable, CaseIterable { case open, guarded }

  enum Outcome: Codable, Equatable {
    case done
    case part(lots: Int, why: String)
  }

  struct Handle: Codable, Hashable {
    var text: String
    init(_ text: String) { self.text = text }
    init(from decoder: any Decoder) throws {
      text = try decoder.singleValueContainer().decode(String.self)
    }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  struct State: Codable, Equatable {
    var money = 12
    var name = "aster"
    var posture = Posture.guarded
    var theatre: Handle?
    var lines: [Int8] = [1, -2, 3]
    var stock: [String: Int] = ["b": 2, "a": 1, "ä": 3]
    var turns: [Int: Bool] = [10: true, 9: false]
    var trust: [Handle: Int] = [Handle("dorn"): 4, Handle("cael"): 5]
    var friends: Set<String> = ["z", "y", "x"]
    var outcomes: [Outcome?] = [.done, nil, .part(lots: 5, why: "tired")]
    var grid: [[UInt16]] = [[1], []]
    var small: UInt8 = 200
    var big: UInt64 = 5
  }

  static let text = """
    {"big":5,"friends":["x","y","z"],"grid":[[1],[]],"lines":[1,-2,3],"money":12,"name":"aster",\
    "outcomes":[{"done":{}},null,{"part":{"lots":5,"why":"tired"}}],"posture":"guarded",\
    "small":200,"stock":{"a":1,"b":2,"ä":3},"trust":["cael",5,"dorn",4],\
    "turns":{"10":true,"9":false}}
    """

  @Test("A nested structure has one canonical text, nil left out")
  func encoding() throws {
    #expect(String(decoding: try CanonicalEncoder().encode(State()), as: UTF8.self) == Self.text)
  }

  @Test("What was encoded decodes to the same structure")
  func roundTrip() throws {
    var state = State()
    state.theatre = Handle("marches")
    let bytes = try CanonicalEncoder().encode(state)
    #expect(try CanonicalDecoder().decode(State.self, from: bytes) == state)
    #expect(try CanonicalDecoder().decode(State.self, from: Array(Self.text.utf8)) == State())
  }

  @Test("Dictionaries and sets give the same bytes however they were filled")
  func deterministicOrder() throws {
    let keys = (0..<60).map { "key\($0)" }
    var first: [UInt8]?
    for seed in UInt64(1)...20 {
      var generator = SeededGenerator(seed: seed)
      var state = State()
      state.stock = [:]
      state.trust = [:]
      state.friends = []
      for key in keys.shuffled(using: &generator) {
        state.stock[key] = key.count
        state.trust[Handle(key)] = key.count
        state.friends.insert(key)
      }
      let bytes = try CanonicalEncoder().encode(state)
      #expect(bytes == first ?? bytes)
      first = first ?? bytes
    }
  }

  @Test("Single values are documents too")
  func fragments() throws {
    #expect(try CanonicalEncoder().encode(5) == Array("5".utf8))
    #expect(try CanonicalEncoder().encode("a") == Array("\"a\"".utf8))
    #expect(try CanonicalEncoder().encode([true, false]) == Array("[true,false]".utf8))
    #expect(try CanonicalEncoder().encode(Int?.none) == Array("null".utf8))
    #expect(try CanonicalDecoder().decode(Int?.self, from: Array("null".utf8)) == nil)
    #expect(try CanonicalDecoder().decode(Bool.self, from: Array("true".utf8)))
    #expect(try CanonicalDecoder().decode(UInt32.self, from: Array("7".utf8)) == 7)
  }

  struct Fraction: Codable { var parts: [[Double]] }

  @Test("Numbers with a point and numbers beyond 64 bits are refused with their path")
  func refusedNumbers() {
    #expect(
      throws: JSONError(
        offset: 0, reason: .shape(path: "parts[1][0]", problem: "numbers are whole here"))
    ) { try CanonicalEncoder().encode(Fraction(parts: [[], [0.5]])) }
    #expect(
      throws: JSONError(
        offset: 0,
        reason: .shape(
          path: "[1]", problem: "18446744073709551615 does not fit into 64 signed bits"))
    ) { try CanonicalEncoder().encode([0, UInt64.max]) }
    #expect(throws: JSONError.self) { try CanonicalEncoder().encode(Float(1)) }
  }

  struct Outer: Codable, Equatable {
    var inner: [Inner]
    struct Inner: Codable, Equatable { var size: Int8, tag: String?, posture: Posture }
  }

  @Test(
    "A value of another shape is refused with its path",
    arguments: [
      ("{}", "", "the key \"inner\" is missing"),
      ("{\"inner\":3}", "inner", "expected an array, found the number 3"),
      (
        "{\"inner\":[{\"size\":1,\"posture\":\"open\"},7]}", "inner[1]",
        "expected an object, found the number 7"
      ),
      (
        "{\"inner\":[{\"size\":\"x\",\"posture\":\"open\"}]}", "inner[0].size",
        "expected a whole number, found a text"
      ),
      (
        "{\"inner\":[{\"size\":300,\"posture\":\"open\"}]}", "inner[0].size",
        "expected a number from -128 to 127, found the number 300"
      ),
      ("{\"inner\":[{\"size\":1}]}", "inner[0]", "the key \"posture\" is missing"),
      (
        "{\"inner\":[{\"posture\":\"open\",\"size\":1,\"tag\":false}]}", "inner[0].tag",
        "expected a text, found false"
      ),
    ])
  func refusedShapes(text: String, path: String, problem: String) {
    #expect(throws: JSONError(offset: 0, reason: .shape(path: path, problem: problem))) {
      try CanonicalDecoder().decode(Outer.self, from: Array(text.utf8))
    }
  }

  @Test("A raw value that an enumeration does not have is refused")
  func refusedCase() {
    #expect(throws: JSONError.self) {
      try CanonicalDecoder().decode(
        Outer.self, from: Array("{\"inner\":[{\"posture\":\"shut\",\"size\":1}]}".utf8))
    }
  }

  @Test("Broken JSON is refused with its offset before anything is decoded")
  func refusedSyntax() {
    #expect(throws: JSONError(offset: 1, reason: .notWhole)) {
      try CanonicalDecoder().decode(Int.self, from: Array("1.5".utf8))
    }
  }

  class Base: Codable {
    var id = 1
  }

  final class Derived: Base {
    var name = "n"
    private enum CodingKeys: CodingKey { case name }
    override init() { super.init() }
    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      try super.init(from: try container.superDecoder())
    }
    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try super.encode(to: container.superEncoder())
    }
  }

  @Test("A class writes its superclass under the key super")
  func superclass() throws {
    let bytes = try CanonicalEncoder().encode(Derived())
    #expect(String(decoding: bytes, as: UTF8.self) == "{\"name\":\"n\",\"super\":{\"id\":1}}")
    #expect(try CanonicalDecoder().decode(Derived.self, from: bytes).id == 1)
  }
}
