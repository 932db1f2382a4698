import EntenteJSON
import EntenteModel
import EntenteSession
import EntenteWire

extension Host {
  /// The deal that a line's terms, or its JSON, describe. The first finding is the error; the
  /// others are told as notes before it.
  func terms(
    _ typed: String, to addressees: String, _ call: Call, _ state: SessionState, _ seat: SeatID
  ) throws(WireError) -> DealText {
    guard let sender = seat.state else {
      throw WireError(
        .forbidden, [WireField("need", "state")], "Only a seat of a state makes deals.")
    }
    let names = addressees.split(separator: ",").map { StateID($0.lowercased()) }
    for name in names where state.scenario.index(of: name) == nil {
      throw WireError(
        noSuch: "state", name.text,
        near: NearestWord.find(
          name.text, among: state.scenario.states.map(\.id.text)))
    }
    var vocabulary = state.exercise.vocabulary
    vocabulary.turn = state.turn
    let column: Int
    if case .body = call.request.payload { column = 0 } else { column = call.request.payloadColumn }
    let result = DealReader.read(
      typed, sender: sender, addressees: names, vocabulary: vocabulary, column: column)
    switch result {
    case .text(let text): return text
    case .findings(let findings):
      for finding in findings.dropFirst().prefix(9) {
        var bytes: [UInt8] = []
        call.append(
          ServerLine(
            .note(name: "BAD_TERMS"), finding.fields.map(WireField.init), text: finding.sentence),
          to: &bytes)
        send(
          bytes, to: call.connection, after: readingTicket(in: call.connection.session),
          id: call.request.tags.id)
      }
      guard let first = findings.first else {
        throw WireError(.badTerms, [], "These terms cannot be read.")
      }
      throw WireError(.badTerms, first.fields.map(WireField.init), first.sentence)
    }
  }
}
