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
  /// Ends the figure that is open.
  mutating func close(_ value: @autoclosure () -> Int)
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
  @inlinable package mutating func close(_ value: @autoclosure () -> Int) {}
}
