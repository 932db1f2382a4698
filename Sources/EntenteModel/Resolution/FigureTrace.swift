/// Takes down how the visible figures of a turn came about. The resolution opens a scope for each
/// figure, tells equation, inputs, steps and causes, and closes it with the value. It is generic
/// over the trace: with `NoFigureTrace` the compiler drops all of it.
package protocol FigureTrace: Trace {
  /// False if nothing is recorded, so that work done only for an explanation can be left out.
  static var isOn: Bool { get }
  /// Begins `figure`, computed by `equation` (`EQ24`), which `calc` knows by the name `calc` (empty
  /// where it is a sum and no equation).
  mutating func open(
    _ figure: @autoclosure () -> TracedFigure, _ equation: StaticString, _ calc: StaticString)
  /// An input of the figure that is open, by the argument name of `calc`.
  mutating func input(_ name: StaticString, _ value: @autoclosure () -> Int)
  /// Something that moved the figure that is open, by `amount` in its unit.
  mutating func cause(_ cause: @autoclosure () -> FigureCause, _ amount: @autoclosure () -> Int)
  /// What the numbers that follow are about, within the figure that is open; nil for the whole.
  mutating func part(_ part: @autoclosure () -> FigurePart?)
  /// A calculation behind the figure that is open, so that people can do it again with `calc`: what
  /// it must give, and all its arguments.
  mutating func formula(
    _ calculation: StaticString, gives value: @autoclosure () -> Int,
    _ arguments: @autoclosure () -> CalcArguments)
  /// Ends the figure that is open.
  mutating func close(_ value: @autoclosure () -> Int)
}

/// Arguments of a calculation by name.
package typealias CalcArguments = [(String, CalcValue)]

extension FigureTrace {
  /// Who asks for values alone needs neither parts nor formulas.
  package mutating func part(_ part: @autoclosure () -> FigurePart?) {}
  /// See the protocol.
  package mutating func formula(
    _ calculation: StaticString, gives value: @autoclosure () -> Int,
    _ arguments: @autoclosure () -> CalcArguments
  ) {}
}

/// Records nothing about figures.
package struct NoFigureTrace: FigureTrace {
  /// Drops the step.
  @inlinable package init() {}
  @inlinable package static var isOn: Bool { false }
  @inlinable package mutating func step(_ name: StaticString, _ value: @autoclosure () -> Int) {}
  @inlinable package mutating func open(
    _ figure: @autoclosure () -> TracedFigure, _ equation: StaticString, _ calc: StaticString
  ) {}
  @inlinable package mutating func input(_ name: StaticString, _ value: @autoclosure () -> Int) {}
  @inlinable package mutating func cause(
    _ cause: @autoclosure () -> FigureCause, _ amount: @autoclosure () -> Int
  ) {}
  @inlinable package mutating func part(_ part: @autoclosure () -> FigurePart?) {}
  @inlinable package mutating func formula(
    _ calculation: StaticString, gives value: @autoclosure () -> Int,
    _ arguments: @autoclosure () -> CalcArguments
  ) {}
  @inlinable package mutating func close(_ value: @autoclosure () -> Int) {}
}
