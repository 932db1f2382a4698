import EntenteModel

// Changes of a text, one at a time, as a redline makes them.
extension DealText {
  /// The text with another value of one parameter of the clause at `index`.
  func setting(_ name: String, to value: ParameterValue, at index: Int) -> DealText {
    var text = self
    guard let place = text.clauses[index].parameters.firstIndex(where: { $0.name == name }) else {
      return text
    }
    text.clauses[index].parameters[place].value = value
    return text
  }

  /// The text without the clause at `index`; the others get new ids and what names them follows.
  func dropping(_ index: Int) -> DealText {
    var text = self
    let gone = text.clauses.remove(at: index).id
    var names: [ClauseID: ClauseID] = [:]
    for place in text.clauses.indices {
      let id = DealText.clauseID(at: place)
      names[text.clauses[place].id] = id
      text.clauses[place].id = id
    }
    text.term.survive = text.term.survive.filter { $0 != gone }.map { names[$0] ?? $0 }
    for place in text.clauses.indices where text.clauses[place].kind == .pilot {
      let wrapped = text.clauses[place].wraps.filter { $0 != gone }.map { names[$0] ?? $0 }
      text = text.setting("wraps", to: .words(wrapped.map(\.text)), at: place)
    }
    return text
  }

  /// The text with one more clause at its end.
  func adding(_ clause: ClauseText) -> DealText {
    var text = self
    var added = clause
    added.id = DealText.clauseID(at: text.clauses.count)
    text.clauses.append(added)
    return text
  }

  /// The text for another number of turns.
  func lasting(_ duration: Int) -> DealText {
    var text = self
    text.term.duration = duration
    return text
  }
}
