package import EntenteWire

/// The words that Tab completes, learnt from what the server says.
package struct Vocabulary: Hashable, Sendable {
  /// In upper case.
  package private(set) var verbs: Set<String> = []
  package private(set) var states: Set<String> = []
  package private(set) var programmes: Set<String> = []
  package private(set) var deals: Set<String> = []
  package private(set) var orders: Set<String> = []
  package private(set) var orderKeywords: Set<String> = []
  package private(set) var clauses: Set<String> = []

  /// Words that no list holds.
  private static let addressees = ["all", "team", "facilitator"]
  private static let topics = ["terms", "orders"]
  private static let dealVerbs: Set<String> = [
    "SHOW", "SIGN", "COUNTER", "REJECT", "WITHDRAW", "RATIFY", "RESERVE", "DENOUNCE", "ACCEDE",
    "DIFF", "PREVIEW",
  ]
  private static let termVerbs: Set<String> = ["PROPOSE", "COUNTER", "PREVIEW"]

  package init() {}

  /// The questions whose answers hold the words; to be asked when a session is entered.
  package static var questions: [RequestLine] {
    [
      RequestLine("HELP"), RequestLine("WHO"), RequestLine("PROGRAMMES"), RequestLine("DEALS"),
      RequestLine("HELP", [RequestArgument("ORDER")]),
      RequestLine("HELP", [RequestArgument("terms")]),
    ]
  }

  /// Learns from a reply; `topic` is the word behind HELP.
  package mutating func learn(_ line: ServerLine, topic: String? = nil) {
    switch line.kind {
    case .data(verb: "HELP"): learnHelp(line, topic: topic?.uppercased())
    case .data, .ok, .event: learnNames(line)
    default: break
    }
  }

  private mutating func learnHelp(_ line: ServerLine, topic: String?) {
    switch topic {
    case nil: if let verb = line["verb"]?.description { verbs.insert(verb.uppercased()) }
    case "ORDER": if let keyword = line["order"]?.description { orderKeywords.insert(keyword) }
    case "TERMS": if let clause = line["clause"]?.description { clauses.insert(clause) }
    default: break
    }
  }

  private mutating func learnNames(_ line: ServerLine) {
    for field in line.fields {
      let word = field.value.description
      guard !word.isEmpty, word.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { continue }
      switch field.name {
      case "state": states.insert(word)
      case "states", "parties": states.formUnion(word.split(separator: ",").map(String.init))
      case "programme": programmes.insert(word)
      case "deal": deals.insert(word)
      case "order": orders.insert(word)
      default: break
      }
    }
  }

  /// What the word before the cursor may become; `text` is all that stands before the cursor.
  package func completion(of text: String) -> Completion {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let behindTags = words.first?.hasPrefix("@") == true ? Array(words.dropFirst()) : words
    let before = behindTags.dropLast().filter { !$0.isEmpty }
    guard let verb = before.first?.uppercased() else {
      let typed = behindTags.last ?? ""
      // Verbs are typed in small letters by most, and no case is better than the other.
      let isCapital = typed.contains(where: \.isUppercase)
      return Completion(of: typed, in: verbs.map { isCapital ? $0 : $0.lowercased() })
    }
    let start = text.lastIndex { " ,=+>;".contains($0) }.map(text.index(after:)) ?? text.startIndex
    let fitting = candidates(after: verb, place: before.count, text: text)
    return Completion(of: String(text[start...]), in: fitting)
  }

  private func candidates(after verb: String, place: Int, text: String) -> [String] {
    if place == 1 {
      switch verb {
      case "HELP":
        return verbs.map { $0.lowercased() } + Self.topics + clauses + orderKeywords
      case "ORDER": return Array(orderKeywords)
      case "CANCEL": return Array(orders)
      case "SAY": return Array(states) + Self.addressees
      case "PREVIEW": return Array(deals) + states
      case let verb where Self.dealVerbs.contains(verb): return Array(deals)
      default: break
      }
    }
    let names = Array(states) + programmes + deals
    let isTerms = Self.termVerbs.contains(verb) && text.contains(":")
    return isTerms ? names + clauses : names
  }
}
