/// Who logs in.
package enum ClientIdentity: Hashable, Sendable {
  /// Nobody yet: the requests that log in come from the caller.
  case nobody
  /// Somebody new with a join code.
  case code(String, name: String)
  /// The holder of a token; `session` where it is known which one to go on with.
  case token(String, session: String?)
  /// Somebody who was here before, from where they were.
  case saved(SavedLogin)
}
