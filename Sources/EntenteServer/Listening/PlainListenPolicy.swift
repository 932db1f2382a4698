package import NIOCore

/// Where plain text may be spoken: on this machine, and in networks the operator named. Whoever
/// can read a network reads the tokens and the secrets of a class on it.
package struct PlainListenPolicy: Sendable {
  /// The networks that `--insecure-lan` names.
  package var insecureLAN: [AddressBlock]

  package init(insecureLAN: [AddressBlock] = []) { self.insecureLAN = insecureLAN }

  /// Throws `plainOnOpenNetwork` when a server must not listen on `address`: it is neither loopback
  /// nor covered. All interfaces at once are covered by any named network, because everybody from
  /// outside of it is turned away.
  package func check(_ address: SocketAddress) throws(ServerError) {
    if admits(address) { return }
    if AddressBlock.isWildcard(address), !insecureLAN.isEmpty { return }
    throw .plainOnOpenNetwork(
      host: address.ipAddress ?? "\(address)", insecureLAN: insecureLAN)
  }

  /// Whether somebody at `peer` may speak plain text with this server.
  package func admits(_ peer: SocketAddress) -> Bool {
    (AddressBlock.loopback + insecureLAN).contains { $0.contains(peer) }
  }
}
