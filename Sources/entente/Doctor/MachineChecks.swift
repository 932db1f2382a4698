import EntenteExercise
import EntenteSession
import Foundation

/// What is not about the data: the port, the exercises, the terminal.
enum MachineChecks {
  static func all(_ exercises: ExercisesOption) -> [Diagnosis] {
    [port] + self.exercises(exercises) + [terminal]
  }

  /// A moment as people read it.
  static func moment(_ milliseconds: Int) -> String { Timestamp.text(milliseconds) }

  private static var port: Diagnosis {
    let usual = ServerAddress.usualPort
    guard let number = bindError(usual) else { return Diagnosis(.ok, "port", "\(usual) is free") }
    if number == EADDRINUSE {
      return Diagnosis(
        .warn, "port",
        "\(usual) is taken; if that is not your own server, choose another with --port.")
    }
    return Diagnosis(
      .fail, "port",
      "\(usual) cannot be used (\(String(cString: strerror(number)))); choose another with --port.")
  }

  /// The error of listening on a port of this machine; nil where it works.
  private static func bindError(_ port: Int) -> Int32? {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, stream, 0)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    // As the server does: connections that ended just now are no reason.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return result == 0 ? nil : errno
  }

  private static func exercises(_ option: ExercisesOption) -> [Diagnosis] {
    do throws(Failure) {
      let shelf = try option.shelf()
      guard let folder = shelf.folder, !shelf.names.isEmpty else {
        return [
          Diagnosis(.fail, "exercises", "none found; name their folder with --exercises DIR.")
        ]
      }
      return shelf.names.map { name in
        let path = folder + "/" + name
        let (package, findings) = ExercisePackage.read(folder: path)
        let all = findings + (package.map(ExerciseLoader.check) ?? [])
        let errors = all.count { $0.severity == .error }
        if errors > 0 {
          return Diagnosis(
            .fail, "exercise", "\(name) has \(errors) errors; entente check \(path) lists them.")
        }
        return all.isEmpty
          ? Diagnosis(.ok, "exercise", "\(name) is clean")
          : Diagnosis(
            .warn, "exercise",
            "\(name) has \(all.count) warnings; entente check \(path) lists them.")
      }
    } catch {
      return [Diagnosis(.fail, "exercises", error.sentence)]
    }
  }

  private static var terminal: Diagnosis {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(Console.environment).first
    let isUTF8 = named?.uppercased().replacingOccurrences(of: "-", with: "").contains("UTF8")
    if isUTF8 ?? false { return Diagnosis(.ok, "terminal", "UTF-8") }
    return Diagnosis(
      .warn, "terminal",
      "the locale is \(named ?? "not set"), so accents may look odd; export LANG=C.UTF-8.")
  }
}
