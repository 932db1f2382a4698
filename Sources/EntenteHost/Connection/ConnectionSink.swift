/// Where a connection's bytes go. Called on the host's event loop only.
package protocol ConnectionSink: AnyObject {
  /// Takes bytes for the peer; they leave together at the next `flush`.
  func write(_ bytes: [UInt8])
  /// Sends what was written.
  func flush()
  /// Whether more may be written now. While it is false events wait in the journal, not in memory.
  var isWritable: Bool { get }
  /// The peer is known now: the limits of strangers end.
  func didLogIn()
  /// Sends what was written, then closes.
  func close()
}
