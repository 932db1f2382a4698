import EntenteWire

/// Which requests change nothing, and so need no key: they may be asked again at any time.
package enum ReadingVerbs {
  private static let names = [
    "STATUS", "STATE", "BRIEF", "PROGRAMMES", "DEALS", "SHOW", "DIFF", "PREVIEW", "WHY", "CALC",
    "GLOSSARY", "RULES", "HISTORY", "SCORE", "GROUPS", "HEAD", "HELP", "LIST", "WHO", "ORDERS",
    "TICKETS", "QUEUE", "BOARD", "REPLAY", "EXPORT", "VERIFY", "HELLO", "AUTH", "MODE", "PING",
    "PONG", "QUIT", "LEAVE", "SUB",
  ]

  /// Verbs that change something although a reading verb begins with their letters.
  private static let changing: Set<String> = ["ORDER", "RULE"]

  /// Whether `verb`, in upper case, or what it is short for, only reads. A verb that is not known
  /// here counts as one that changes something.
  package static func contain(_ verb: String) -> Bool {
    guard verb.utf8.count >= 2, !changing.contains(verb) else { return false }
    return names.contains { $0.hasPrefix(verb) }
  }
}
