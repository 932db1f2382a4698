package import EntenteModel

/// Orders as people type them: `fund-rd domain=sen money=9m`. The catalogue says what may stand
/// where; numbers are written as in terms.
package enum OrderLanguage {
  /// The order of a keyword and its `name=value` arguments, defaults filled in, parameters in the
  /// order of the catalogue. `words` are arguments without a name: a word alone is a flag that is
  /// set. Every refusal names the argument, its value and what may stand there.
  package static func parse(
    keyword: String, arguments: [(name: String?, value: String)], exercise: Exercise
  ) throws(Refusal) -> Order {
    guard let known = OrderKeyword(rawValue: keyword.lowercased()) else {
      let menu = Self.menu(of: exercise).map(\.rawValue)
      throw .rule(
        RuleRefusal(
          .unknownID,
          [.init("id", keyword), .init("near", NearestWord.find(keyword, among: menu) ?? "")],
          "\"\(keyword)\" is no order. " + hint(keyword, menu)))
    }
    let spec = OrderCatalogue.entry(known)
    var given: [String: String] = [:]
    for argument in arguments {
      let name = (argument.name ?? argument.value).lowercased()
      let canonical = name == "program" ? "programme" : name
      guard let parameter = spec.parameter(canonical) else {
        let names = spec.parameters.map { "\($0.name)=" }
        throw .badArgument(
          name: keyword, value: argument.value,
          allowed: (names.isEmpty ? "it takes nothing" : "it takes " + names.joined(separator: " "))
            + ", as in ORDER \(spec.example)")
      }
      guard given[parameter.name] == nil else {
        throw .badArgument(name: name, value: argument.value, allowed: "each argument once")
      }
      given[parameter.name] = argument.name == nil ? "yes" : argument.value
    }
    var parameters: [Parameter] = []
    for parameter in spec.parameters {
      if let text = given[parameter.name] {
        let reader = OrderValueReader(parameter: parameter, exercise: exercise)
        parameters.append(Parameter(parameter.name, try reader.read(text)))
      } else {
        switch parameter.fallback {
        case .required:
          throw .badArgument(
            name: parameter.name, value: "",
            allowed: "\(keyword) needs \(parameter.name): for example ORDER \(spec.example)")
        case .optional: continue
        case .value(let value): parameters.append(Parameter(parameter.name, value))
        }
      }
    }
    return Order(known, parameters)
  }

  /// The order as a line to type again, defaults left out.
  package static func print(_ order: Order) -> String {
    let spec = OrderCatalogue.entry(order.keyword)
    var words = [order.keyword.rawValue]
    for parameter in spec.parameters {
      guard let value = order[parameter.name], .value(value) != parameter.fallback else { continue }
      words.append("\(parameter.name)=\(print(value, parameter.type))")
    }
    return words.joined(separator: " ")
  }

  /// The keywords that may be ordered in an exercise, catalogue order.
  package static func menu(of exercise: Exercise) -> [OrderKeyword] {
    OrderCatalogue.entries.filter {
      $0.isAlwaysAllowed || exercise.scenario.parameters.orders.contains($0.keyword)
    }.map(\.keyword)
  }

  private static func hint(_ word: String, _ menu: [String]) -> String {
    NearestWord.find(word, among: menu).map { "Did you mean \"\($0)\"?" }
      ?? "HELP ORDER lists the orders of this exercise."
  }

  private static func print(_ value: ParameterValue, _ type: OrderParameterType) -> String {
    switch value {
    case .null: return "none"
    case .flag(let flag): return TypedNumber.printed(flag: flag)
    case .word(let word): return word
    case .words(let words): return words.isEmpty ? "all" : words.joined(separator: ",")
    case .amounts(let amounts):
      return amounts.map { "\($0.state):\($0.value)" }.joined(separator: ",")
    case .integer(let number):
      switch type {
      case .money, .price: return TypedNumber.printed(money: number)
      case .lots: return TypedNumber.printed(lots: number)
      case .pct, .level: return TypedNumber.printed(pct: number)
      default: return String(number)
      }
    }
  }
}
