/// The `--name value` pairs of a command line.
struct Options {
  private var values: [String: String] = [:]

  /// Reads pairs. Throws at a word that is none, and at a name outside of `known`.
  init(_ words: [String], known: [String]) throws(LoadError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let name = String(word.dropFirst(2))
      guard word.hasPrefix("--"), known.contains(name) else {
        throw LoadError(
          "\"\(word)\" is not known here; there are: "
            + known.map { "--" + $0 }.joined(separator: " "))
      }
      guard let value = rest.popFirst() else { throw LoadError("\(word) needs a value") }
      values[name] = value
    }
  }

  /// The text of an option, nil where it was not given.
  func text(_ name: String) -> String? { values[name] }

  /// The text of an option that has to be given.
  func required(_ name: String) throws(LoadError) -> String {
    guard let value = values[name] else { throw LoadError("--\(name) is needed") }
    return value
  }

  /// A whole number from 0.
  func number(_ name: String, default standard: Int) throws(LoadError) -> Int {
    guard let text = values[name] else { return standard }
    guard let number = Int(text), number >= 0 else {
      throw LoadError("--\(name) is a whole number, not \"\(text)\"")
    }
    return number
  }

  /// `yes` or `no`.
  func flag(_ name: String, default standard: Bool) throws(LoadError) -> Bool {
    switch values[name] {
    case nil: return standard
    case "yes": return true
    case "no": return false
    case let text?: throw LoadError("--\(name) is yes or no, not \"\(text)\"")
    }
  }

  /// A place to connect to, nil where it was not given.
  func endpoint(_ name: String) throws(LoadError) -> Endpoint? {
    guard let text = values[name] else { return nil }
    guard let endpoint = Endpoint(text) else {
      throw LoadError("--\(name) is host:port, not \"\(text)\"")
    }
    return endpoint
  }

  /// A place to connect to that has to be given.
  func requiredEndpoint(_ name: String) throws(LoadError) -> Endpoint {
    guard let endpoint = try endpoint(name) else {
      throw LoadError("--\(name) host:port is needed")
    }
    return endpoint
  }
}

/// A host and a port, written `127.0.0.1:4747`.
struct Endpoint: Sendable {
  var host: String
  var port: Int

  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...])
    else { return nil }
    host = String(text[..<colon])
    self.port = port
  }
}
