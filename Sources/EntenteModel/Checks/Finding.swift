/// A refusal, and whose figures it tells.
struct Finding {
  /// Who may see the number a refusal is about.
  enum Sight {
    /// Public law and politics, the text, or things every state sees.
    case everybody
    /// A figure of this state that the exercise's fog hides from others.
    case fogged(Int)
    /// A figure only this state sees.
    case owner(Int)
    /// Trust between two states, which these two see.
    case pair(Int, Int)
  }

  var refusal: RuleRefusal
  var sight: Sight

  /// True if the refusal may be told to `reader` (nil sees all). A state whose own figure fails is
  /// always told, so a text that cannot stand meets its refusal at that state's signature.
  func isTold(to reader: Int?, fog: Parameters.Fog) -> Bool {
    guard let reader else { return true }
    switch sight {
    case .everybody: return true
    case .fogged(let state): return state == reader || fog == .none
    case .owner(let state): return state == reader
    case .pair(let one, let other): return reader == one || reader == other
    }
  }
}
