package import EntenteClient

/// Finds out as whom to log in: from what was given, from what was kept, else by asking.
package struct Welcome: Hashable, Sendable {
  /// A question to the person.
  package enum Question: Hashable, Sendable {
    case code
    case name

    /// What stands before the answer.
    package var prompt: String {
      switch self {
      case .code: "Join code: "
      case .name: "Your name: "
      }
    }
  }

  package private(set) var identity: ClientIdentity?
  private var code: String?
  private var name: String?

  /// Nothing is left to be found out.
  package init(_ identity: ClientIdentity) { self.identity = identity }

  /// `saved` are the logins kept for this server, the last used first. A code that was used here
  /// before goes on where its holder was, unless another name is given.
  package init(code: String?, name: String?, token: String?, session: String?, saved: [SavedLogin])
  {
    self.code = code
    self.name = name.flatMap { $0.isEmpty ? nil : $0 }
    if let token {
      identity = .token(token, session: session)
    } else if let known = Self.login(for: code, name: self.name, session: session, in: saved) {
      identity = .saved(known)
    } else {
      settle()
    }
  }

  private static func login(
    for code: String?, name: String?, session: String?, in saved: [SavedLogin]
  ) -> SavedLogin? {
    saved.first { login in
      guard let code else {
        return login.token != nil && (session == nil || session == login.session)
      }
      return (login.token ?? login.joinKey) != nil && (name == nil || name == login.name)
        && login.code.map(letters) == letters(code)
    }
  }

  /// A code as it is compared.
  private static func letters(_ code: String) -> String {
    String(code.uppercased().filter { $0 != "-" && $0 != " " })
  }

  /// What is to be asked next; nil when the identity is known.
  package var question: Question? {
    if identity != nil { return nil }
    return code == nil ? .code : .name
  }

  /// Takes the answer to `question`; an empty one is asked again.
  package mutating func answer(_ text: String) {
    let text = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    guard !text.isEmpty else { return }
    switch question {
    case .code: code = text
    case .name: name = text
    case nil: break
    }
    settle()
  }

  private mutating func settle() {
    if let code, let name { identity = .code(code, name: name) }
  }
}
