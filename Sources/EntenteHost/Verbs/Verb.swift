import EntenteSession
import EntenteWire

/// One row of the verb table: all that dispatch, help and the reference need.
package struct Verb: Sendable {
  /// Who may use it.
  package enum Access: Sendable {
    case anyone
    /// Somebody who logged in or joined.
    case known
    /// Somebody in a session.
    case joined
    /// The facilitator, and who evaluates with them.
    case whiteCell
    case facilitator
  }

  /// The heading a verb stands under in `HELP`.
  package enum Group: String, CaseIterable, Sendable {
    case connection, session, reading, press, dealing, orders, help, facilitator
    case afterwards = "after"
  }

  /// The verb in capitals, as people type it.
  package var name: String
  package var group: Group
  package var access: Access
  /// Written to the journal, exactly once by its key.
  package var isJournalled: Bool
  /// Only reads: prefixes of two letters or more work for people.
  package var isReading: Bool
  /// The line with its arguments: `SIGN deal`.
  package var usage: String
  /// One sentence for the list.
  package var summary: String
  /// Lines that can be typed.
  package var examples: [String]
  let run: @Sendable (Host, Call) throws(WireError) -> Void
}

/// A request on its way through the host.
struct Call {
  let connection: HostConnection
  let request: RequestLine
  /// The body that followed a `<<`.
  let body: String?
  /// The name of the verb in full, whatever prefix was typed.
  var verb: String

  init(connection: HostConnection, request: RequestLine, body: String?) {
    self.connection = connection
    self.request = request
    self.body = body
    verb = request.verb
  }

  /// The text behind the colon, or the body; nil where neither came.
  var text: String? {
    switch request.payload {
    case .text(let text): text
    case .json(let text, _): text
    case .body: body
    case .none: nil
    }
  }

  /// The text, or the error that asks for it.
  func requireText(_ what: String) throws(WireError) -> String {
    guard let text, !text.isEmpty else {
      throw WireError(
        .badArgument, [WireField("argument", "text")],
        "Write \(what) after a colon"
          + (VerbTable.find(verb)?.examples.first.map { ", as in: \($0)" } ?? "."))
    }
    return text
  }

  /// The word at a place among the arguments without a name.
  func word(_ place: Int) -> String? {
    let words = request.words
    return words.indices.contains(place) ? words[place] : nil
  }

  /// The word at a place, or the error that asks for it.
  func requireWord(_ place: Int, _ what: String) throws(WireError) -> String {
    guard let word = word(place) else {
      throw WireError(
        .badArgument, [WireField("argument", what)],
        "\(request.verb) needs \(what). HELP \(request.verb) shows how.")
    }
    return word
  }

  /// A whole number in a range, given as `name=` or as the word at a place.
  func number(
    _ name: String, word place: Int? = nil, in range: ClosedRange<Int>
  ) throws(WireError) -> Int? {
    guard let text = request[name] ?? place.flatMap(word) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw WireError(
        .badArgument,
        [WireField("argument", name), WireField("value", WireError.echo(text))],
        "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), not "
          + "\"\(WireError.echo(text))\".")
    }
    return number
  }

  /// The seat at a place, with the delay that came with it.
  func seat(_ place: Int) throws(WireError) -> SeatID {
    let typed = try requireWord(place, "a seat").lowercased()
    guard let delay = request["delay"] else { return SeatID(typed) }
    let seat = SeatID("\(typed)+\(delay.lowercased())")
    guard seat.onlooker != nil else {
      throw WireError(
        .badArgument, [WireField("argument", "delay"), WireField("value", WireError.echo(delay))],
        "An observer sees late by 1 to \(Onlooker.delayMax) turns, or delay=close: CODE observer "
          + "delay=1.")
    }
    return seat
  }

  /// The session the connection is in.
  func session() throws(WireError) -> LiveSession {
    guard let session = connection.session else {
      throw WireError(
        .notMember, [],
        "You are in no session. JOIN code=… name=\"…\" takes a seat, JOIN session resumes.")
    }
    return session
  }
}
