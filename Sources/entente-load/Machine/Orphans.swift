import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processes that this program has to take along when it is told to stop.
final class Orphans: @unchecked Sendable {
  // `sources` does not change after `init`; it only keeps the handlers alive.
  static let shared = Orphans()

  private let processes = Mutex<Set<pid_t>>([])
  private var sources: [any DispatchSourceSignal] = []

  private init() {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in
        self?.killAll()
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  private func killAll() {
    for process in processes.withLock({ $0 }) { Self.kill(process) }
  }

  func add(_ process: pid_t) { processes.withLock { _ = $0.insert(process) } }

  func remove(_ process: pid_t) { processes.withLock { _ = $0.remove(process) } }

  /// Ends a process without giving it a chance.
  static func kill(_ process: pid_t) {
    #if canImport(Glibc)
      _ = Glibc.kill(process, SIGKILL)
    #elseif canImport(Musl)
      _ = Musl.kill(process, SIGKILL)
    #elseif canImport(Darwin)
      _ = Darwin.kill(process, SIGKILL)
    #endif
  }
}
