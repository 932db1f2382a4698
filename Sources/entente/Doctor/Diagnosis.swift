import EntenteJSON

/// One thing that was looked at, and how it stands.
struct Diagnosis {
  /// How bad it is.
  enum State: String { case ok, warn, fail }

  var state: State
  /// What was looked at, in a word or two.
  var what: String
  /// What was found, and where it is not well the way out.
  var sentence: String

  init(_ state: State, _ what: String, _ sentence: String) {
    self.state = state
    self.what = what
    self.sentence = sentence
  }

  var json: JSONValue {
    ["state": .string(state.rawValue), "what": .string(what), "sentence": .string(sentence)]
  }
}
