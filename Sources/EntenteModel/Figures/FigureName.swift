/// The name of a figure: a word and its objects. One name everywhere: `WHY`, `PREDICT`, conditions
/// of clauses, events and cards.
package struct FigureName: Hashable, Sendable {
  /// What is counted.
  package let word: FigureWord
  /// Of what, one for each place of the word.
  package let objects: [FigureObject]

  /// A name whose objects fit the word.
  package init(_ word: FigureWord, _ objects: FigureObject...) {
    precondition(objects.count == word.objects.count, "an object for each place")
    self.word = word
    self.objects = objects
  }

  private init(checked word: FigureWord, _ objects: [FigureObject]) {
    self.word = word
    self.objects = objects
  }

  /// Reads `gap:cael` or `gap(cael)`. A state left out means `reader`; with nobody reading every
  /// state must stand there.
  package init(
    _ text: String, reader: Int?, in scenario: Scenario
  ) throws(FigureNameError) {
    let parts = Self.parts(text)
    try self.init(word: parts[0], arguments: Array(parts.dropFirst()), reader: reader, in: scenario)
  }

  /// The figure a card tests.
  package init(_ metric: CardMetric, in scenario: Scenario) throws(FigureNameError) {
    try self.init(word: metric.name, arguments: metric.arguments, reader: nil, in: scenario)
  }

  private init(
    word typed: String, arguments: [String], reader: Int?, in scenario: Scenario
  ) throws(FigureNameError) {
    guard let word = FigureWord(typed: typed) else { throw .unknownFigure(typed) }
    let kinds = word.objects
    var given: [String?] = arguments.map { $0 }
    if given.count == kinds.count - 1, let own = kinds.firstIndex(where: \.meansOneself),
      reader != nil
    {
      given.insert(nil, at: own)
    }
    guard given.count == kinds.count else {
      throw .wrongCount(word, given: arguments.count)
    }
    var objects: [FigureObject] = []
    for (argument, kind) in zip(given, kinds) {
      guard let argument else {
        if let reader { objects.append(.state(reader)) }
        continue
      }
      guard let object = FigureObject.read(argument, as: kind, in: scenario) else {
        throw .unknownObject(
          word, typed: argument, kind: kind, known: FigureObject.words(as: kind, in: scenario))
      }
      objects.append(object)
    }
    self.init(checked: word, objects)
  }

  /// The name as it is printed: `gap:cael`, `unit-cost:dorn-canopy`.
  package func text(in scenario: Scenario) -> String {
    ([word.rawValue] + objects.map { $0.text(in: scenario) }).joined(separator: ":")
  }

  /// The name as a card writes it: `gap(cael)`.
  package func cardText(in scenario: Scenario) -> String {
    objects.isEmpty
      ? word.rawValue
      : word.rawValue + "(" + objects.map { $0.text(in: scenario) }.joined(separator: ",") + ")"
  }

  /// What it is counted in.
  package var unit: FigureUnit { word.unit }

  /// The states it is about, in order.
  package var states: [Int] {
    objects.flatMap { object -> [Int] in
      switch object {
      case .state(let state): [state]
      case .line(let state, _): [state]
      default: []
      }
    }
  }

  private static func parts(_ text: String) -> [String] {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else {
      return text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
    let inside = text[text.index(after: open)...].dropLast()
    return [String(text[..<open])]
      + inside.split(separator: ",").map { argument in
        String(argument.drop { $0 == " " })
      }
  }
}
