package import EntenteModel

/// Why a command does not happen. Nothing changes; the sentence says the way out.
package enum Refusal: Error, Hashable, Sendable {
  /// Another phase, or a session that has not begun, is paused or closed.
  case notNow(phase: String, need: String, sentence: String)
  case forbidden(need: String, sentence: String)
  /// Also for what the reader may not see.
  case noSuch(what: String, id: String, near: String?)
  case notAMember
  case badArgument(name: String, value: String, allowed: String)
  case stale(what: String, given: Int, current: Int)
  case rule(RuleRefusal)
  /// A deal that is past signing.
  case dealClosed(deal: DealID, status: String)
  /// The same signature, ratification or setting again.
  case already(what: String, sentence: String)
  case limit(what: String, value: Int, limit: Int)
}
