package import EntenteClient
package import EntenteWire

/// What comes to a console.
package enum ConsoleInput: Sendable {
  /// Bytes that somebody typed or a pipe brought.
  case bytes([UInt8])
  /// The input is at its end.
  case inputEnded
  case news(ClientNews)
  /// The window has another width, in columns.
  case resized(columns: Int)
  /// The time that `wake` asked for has passed.
  case woke
  /// The program is asked to end.
  case stopped
}

/// What a console wants done, in order.
package enum ConsoleAction: Hashable, Sendable {
  /// Text for the terminal, as it is.
  case write(String)
  /// Connect and log in.
  case begin(ClientIdentity)
  case submit(ticket: Int, RequestLine, body: String?)
  /// All events up to this one have been shown.
  case saw(Int)
  /// A line for the file of the history.
  case remember(String)
  /// Give `woke` after so many milliseconds; only the last one counts.
  case wake(milliseconds: Int)
  /// Say goodbye to the server.
  case leave
  /// The end, with the status of the program.
  case finish(Int32)
}

/// The face of the client: it turns keys and news into requests and text. A value without a
/// terminal, a clock or a connection of its own; `now` is milliseconds since 1970.
package protocol Console: Sendable {
  /// What is done before anything came.
  mutating func start(at now: Int) -> [ConsoleAction]
  /// What follows from an input.
  mutating func take(_ input: ConsoleInput, at now: Int) -> [ConsoleAction]
}
