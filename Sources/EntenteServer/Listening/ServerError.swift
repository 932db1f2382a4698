import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a server cannot listen.
package enum ServerError: Error, Hashable, Sendable {
  /// Somebody listens on the port already.
  case portTaken(Int)
  /// The system gives this port to its administrator only.
  case portForbidden(Int)
  /// The name or address is not one of this machine's.
  case noSuchAddress(String)
  /// Plain text beyond this machine, where no named network covers it.
  case plainOnOpenNetwork(host: String, insecureLAN: [AddressBlock])
  /// The certificate or its key is of no use; why.
  case badCertificate(String)
  /// Anything else, as the system says it.
  case cannotListen(host: String, port: Int, reason: String)

  /// What happened and the way out, for the operator.
  package var sentence: String {
    switch self {
    case .portTaken(let port):
      return "Port \(port) is taken, perhaps by another Entente server. Stop that one, or choose"
        + " another port with --port, or --tls-port for TLS (0 takes any that is free)."
    case .portForbidden(let port):
      return "The system does not let you listen on port \(port). Choose one above 1023 with"
        + " --port or --tls-port."
    case .noSuchAddress(let host):
      return "\"\(host)\" is not an address of this machine. Leave --host out to listen on"
        + " 127.0.0.1."
    case .plainOnOpenNetwork(let host, let named):
      let covered =
        named.isEmpty ? "" : " (\(named.map(\.description).joined(separator: ", ")) does not)"
      return "Plain text on \(host) could be read by everybody on the way, tokens included. Add"
        + " --tls, which encrypts and makes its own certificate; or listen on 127.0.0.1; or name"
        + " the network you trust with --insecure-lan, such as 192.168.0.0/16\(covered)."
    case .badCertificate(let why):
      return "There is no encryption: \(why). entente certificate makes both files; --certificate"
        + " and --key name others."
    case .cannotListen(let host, let port, let reason):
      return "Cannot listen on \(host), port \(port): \(reason). Choose others with --host and"
        + " --port."
    }
  }

  /// What `error` of resolving or binding means.
  init(_ error: any Error, host: String, port: Int) {
    if error is SocketAddressError || error is SocketAddressError.UnknownHost {
      self = .noSuchAddress(host)
      return
    }
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: self = .portTaken(port)
    case EACCES, EPERM: self = .portForbidden(port)
    case EADDRNOTAVAIL: self = .noSuchAddress(host)
    default: self = .cannotListen(host: host, port: port, reason: "\(error)")
    }
  }
}
