import EntenteModel
import Testing

/// A bad value put in the place of an example's argument, and what the error then says.
struct ArgumentFault: Sendable, CustomTestStringConvertible {
  var calculation: String
  var argument: String
  var value: CalcValue
  var allowed: String
  var detail: String

  init(
    _ calculation: String, _ argument: String, _ value: CalcValue, _ allowed: String,
    _ detail: String
  ) {
    self.calculation = calculation
    self.argument = argument
    self.value = value
    self.allowed = allowed
    self.detail = detail
  }

  var testDescription: String { "\(calculation) \(argument) \(detail)" }
}

extension ArgumentFault {
  private static let integer = "integer 1..1000000 units"
  private static let weights = "list of 1..14: integer 0..1000000"
  private static let shares = "list of 2..14 shares in bp that sum to 10000"
  private static let requests =
    "list of 1..14: object {amount: integer 0..100000000 mU; rated: true or false}"
  private static let states = "list of 2..14 distinct state ids, ascending"
  private static let pairs =
    "object, keys \"a|b\" with a < b, every unordered pair of `states`: integer 0..10000 bp"
  private static let families =
    "object, keys \"a|b\": list of clause families among IND TEC OPS INF FIN (absent pair: none)"

  static let single: [ArgumentFault] = [
    ArgumentFault("learning-curve", "quantity", 0, integer, "is 0"),
    ArgumentFault("learning-curve", "quantity", 1_000_001, integer, "is 1000001"),
    ArgumentFault("learning-curve", "quantity", .int(.max), integer, "is 9223372036854775807"),
    ArgumentFault("learning-curve", "quantity", .int(.min), integer, "is -9223372036854775808"),
    ArgumentFault("learning-curve", "quantity", "300", integer, "is \"300\""),
    ArgumentFault("learning-curve", "quantity", true, integer, "is true"),
    ArgumentFault("learning-curve", "quantity", [300], integer, "is [300]"),
    ArgumentFault("learning-curve", "quantity", .unreadable("1e30"), integer, "is 1e30"),
    ArgumentFault("leak", "sensitivity", 5, "integer 0..4", "is 5"),
    ArgumentFault("buy-national", "waived", 1, "true or false", "is 1"),
    ArgumentFault(
      "gates", "licence", "fast", "\"expedited\" | \"standard\" | \"agreement\"", "is \"fast\""),
    ArgumentFault("concession-target", "exponent", 2, "\"4\" | \"2\" | \"1\" | \"half\"", "is 2"),
  ]

  static let lists: [ArgumentFault] = [
    ArgumentFault("allocate", "weights", [], weights, "has 0 items"),
    ArgumentFault(
      "allocate", "weights", .list(Array(repeating: 1, count: 15)), weights, "has 15 items"),
    ArgumentFault("allocate", "weights", [1, -1], weights, "item 2 is -1"),
    ArgumentFault("allocate", "weights", [1, false], weights, "item 2 is false"),
    ArgumentFault("allocate", "weights", 7, weights, "is 7"),
    ArgumentFault("collaboration-premium", "workshare", [5_000, 4_999], shares, "sums to 9999"),
    ArgumentFault("collaboration-premium", "workshare", [10_000], shares, "has 1 items"),
    ArgumentFault("collaboration-premium", "workshare", [10_001, -1], shares, "item 1 is 10001"),
    ArgumentFault(
      "collaboration-premium", "efficient", [5_000, 5_000], shares + ", as long as `workshare`",
      "has 2 items where `workshare` has 4"),
    ArgumentFault(
      "concentration", "trusted", [true, false],
      "list of 1..14: true or false, as long as `shares`", "has 2 items where `shares` has 3"),
    ArgumentFault(
      "interoperability-composite", "layers", [1, 2, 3], "list of 4..4: integer 0..10000 bp",
      "has 3 items"),
  ]

  static let objects: [ArgumentFault] = [
    ArgumentFault("input-allocation", "requests", [[:]], requests, "item 1 lacks \"amount\""),
    ArgumentFault(
      "input-allocation", "requests", [["amount": 1]], requests, "item 1 lacks \"rated\""),
    ArgumentFault(
      "input-allocation", "requests", [["amount": 1, "rated": false, "extra": 1]], requests,
      "item 1 has the unknown field \"extra\""),
    ArgumentFault(
      "input-allocation", "requests", [["amount": 1, "amount": 2, "rated": false]], requests,
      "item 1 has \"amount\" twice"),
    ArgumentFault(
      "input-allocation", "requests", [["amount": -1, "rated": false]], requests,
      "item 1 \"amount\" is -1"),
    ArgumentFault("input-allocation", "requests", [5], requests, "item 1 is 5"),
    ArgumentFault("groups", "states", ["a"], states, "has 1 items"),
    ArgumentFault(
      "groups", "states", ["a", "b", "b", "c"], states,
      "has \"b\" out of ascending order or twice"),
    ArgumentFault(
      "groups", "states", ["b", "a", "c", "d"], states,
      "has \"a\" out of ascending order or twice"),
    ArgumentFault(
      "groups", "states", ["a", "b", "C", "d"], states, "has \"C\", which is no state id"),
    ArgumentFault(
      "groups", "states", ["a", "b", "", "d"], states, "has \"\", which is no state id"),
    ArgumentFault(
      "groups", "states", ["a", "b", "c|d"], states, "has \"c|d\", which is no state id"),
    ArgumentFault("groups", "weights", ["a|b": 1], pairs, "lacks the pair \"a|c\""),
    ArgumentFault("groups", "weights", ["a|b": 10_001], pairs, "\"a|b\" is 10001"),
    ArgumentFault("groups", "weights", ["a|b": 1, "a|b": 2], pairs, "has \"a|b\" twice"),
    ArgumentFault("groups", "weights", [1, 2], pairs, "is [1, 2]"),
    ArgumentFault(
      "groups", "families", ["b|a": ["IND"]], families,
      "has \"b|a\", which is no pair of the states in ascending order"),
    ArgumentFault(
      "groups", "families", ["a|z": ["IND"]], families,
      "has \"a|z\", which is no pair of the states in ascending order"),
    ArgumentFault("groups", "families", ["a|b": ["XYZ"]], families, "\"a|b\" item 1 is \"XYZ\""),
    ArgumentFault("groups", "families", ["a|b": "IND"], families, "\"a|b\" is \"IND\""),
  ]
}
