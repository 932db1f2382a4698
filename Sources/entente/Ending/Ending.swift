import ArgumentParser
import Foundation

/// How the program ends when something went wrong.
enum Ending {
  /// Says what `error` means, in one sentence on standard error, and ends with its status.
  static func end(_ error: any Error) -> Never {
    if let failure = Failure(error) {
      end(failure)
    }
    if let code = error as? ExitCode { exit(code.rawValue) }
    // The parser tells its own errors, and its help, by any other code than this one.
    guard Entente.exitCode(for: error) == .failure else { Entente.exit(withError: error) }
    end(
      Failure(
        .internalFault, "Something went wrong that should not: \(error). Please report this."))
  }

  /// As above.
  static func end(_ failure: Failure) -> Never {
    Console.complain(failure.sentence)
    exit(failure.status.rawValue)
  }

  /// Ends at once, also from a callback: nothing that is under way may be waited for.
  static func abandon(_ failure: Failure) -> Never {
    Console.complain(failure.sentence)
    _exit(failure.status.rawValue)
  }
}
