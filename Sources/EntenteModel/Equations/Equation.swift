/// One equation of the model: a pure function of its input that can tell its steps. The command
/// `calc`, explanations and the turn resolution call the same function.
package protocol Equation {
  /// What it reads.
  associatedtype Input
  /// What it gives.
  associatedtype Output
  /// The result, with every step told to `trace`.
  static func evaluate(_ input: Input, trace: inout some Trace) -> Output
}

extension Equation {
  /// The result alone; the steps cost nothing.
  package static func evaluate(_ input: Input) -> Output {
    var trace = NoTrace()
    return evaluate(input, trace: &trace)
  }
}
