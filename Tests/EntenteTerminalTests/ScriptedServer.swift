import EntenteWire
import Foundation

/// A server on a free port of loopback that answers requests from a function, one connection after
/// the other, in JSON once it is asked to.
final class ScriptedServer: Sendable {
  typealias Script = @Sendable (RequestLine) -> [ServerLine]

  let port: Int
  private let listener: Int32

  init(_ script: @escaping Script) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound, listen(listener, 4) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.listener = listener
    Thread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Self.serve(connection, script)
        close(connection)
      }
    }.start()
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func serve(_ connection: Int32, _ script: Script) {
    var mode = LineMode.text
    var unread: [UInt8] = []
    send([Greeting.line(server: "0.1.0", tls: false)], mode, connection)
    while true {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(connection, &bytes, bytes.count)
      guard count > 0 else { return }
      unread += bytes[..<count]
      while let end = unread.firstIndex(of: 0x0A) {
        let line = Array(unread[..<end])
        unread.removeFirst(end + 1)
        guard let request = try? RequestParser.parse(line) else { continue }
        if request.verb == "MODE" { mode = .json }
        var lines = script(request)
        for index in lines.indices {
          if case .event = lines[index].kind { continue }
          lines[index].id = request.tags.id
        }
        send(lines, mode, connection)
        if request.verb == "QUIT" { return }
      }
    }
  }

  private static func send(_ lines: [ServerLine], _ mode: LineMode, _ connection: Int32) {
    let bytes = lines.flatMap { ServerLinePrinter.bytes($0, as: mode) }
    _ = bytes.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
  }
}
