/// Why a name names no figure here.
package enum FigureNameError: Error, Hashable, Sendable {
  case unknownFigure(String)
  case wrongCount(FigureWord, given: Int)
  case unknownObject(FigureWord, typed: String, kind: FigureObject.Kind, known: [String])

  /// The word that is meant, if one is near enough.
  package var nearest: String? {
    switch self {
    case .unknownFigure(let typed):
      NearestWord.find(typed, among: FigureWord.allCases.map(\.rawValue) + ["readiness", "latent"])
    case .wrongCount: nil
    case .unknownObject(_, let typed, _, let known):
      NearestWord.find(typed, among: known)
    }
  }

  /// A sentence a player can act on.
  package var sentence: String {
    switch self {
    case .unknownFigure(let typed):
      let known = FigureWord.allCases.map(\.rawValue).prefix(8).joined(separator: ", ")
      return "There is no figure \"\(typed)\"."
        + (nearest.map { " Did you mean \"\($0)\"?" } ?? " Some there are: \(known).")
    case .wrongCount(let word, let given):
      let form = ([word.rawValue] + word.objects.map { $0.noun.uppercased() })
        .joined(separator: ":")
      return "\"\(word.rawValue)\" is written \(form), not with \(given) names behind it."
    case .unknownObject(let word, let typed, let kind, let known):
      let list = known.prefix(6).joined(separator: ", ")
      return "\"\(typed)\" in \"\(word.rawValue)\" is no \(kind.noun) here."
        + (nearest.map { " Did you mean \"\($0)\"?" } ?? " Known: \(list).")
    }
  }
}
