/// A room of the house and all that its files may import.
struct RoomRow {
  var name: String
  var folder: String
  /// Rooms of this project.
  var rooms: Set<String> = []
  /// Modules of other packages: the same as in Package.swift.
  var packages: Set<String> = []
  /// Modules that come with the toolchain or the operating system.
  var system: Set<String> = []

  var allowed: Set<String> { rooms.union(packages).union(system) }
}

/// The map of `Sources/README.md` as data. Rooms stand from the bottom up: a room may know only
/// rooms above its own row. A new arrow is a decision: write it here, in Package.swift and on the
/// map in one commit of its own.
enum RoomTable {
  /// Modules with terminals, sockets, signals and file locks.
  private static let platform: Set<String> = ["Darwin", "Glibc", "Musl"]

  static let rows: [RoomRow] = [
    RoomRow(name: "EntenteJSON", folder: "Sources/EntenteJSON"),
    RoomRow(name: "EntenteModel", folder: "Sources/EntenteModel"),
    RoomRow(
      name: "EntenteSession", folder: "Sources/EntenteSession",
      rooms: ["EntenteModel", "EntenteJSON"]),
    RoomRow(
      name: "EntenteExercise", folder: "Sources/EntenteExercise",
      rooms: ["EntenteModel", "EntenteSession", "EntenteJSON"], packages: ["Yams"],
      system: ["Foundation"]),
    RoomRow(
      name: "EntenteBots", folder: "Sources/EntenteBots",
      rooms: ["EntenteSession", "EntenteModel"]),
    RoomRow(
      name: "EntenteJournal", folder: "Sources/EntenteJournal",
      rooms: ["EntenteSession", "EntenteModel", "EntenteJSON"], packages: ["Crypto"],
      system: ["Foundation", "Synchronization"]),
    RoomRow(
      name: "EntenteJournalSQLite", folder: "Sources/EntenteJournalSQLite",
      rooms: ["EntenteJournal"], packages: ["GRDB", "GRDBSQLite"],
      system: platform.union(["Foundation", "Synchronization"])),
    RoomRow(
      name: "EntenteWire", folder: "Sources/EntenteWire", rooms: ["EntenteJSON"],
      packages: ["NIOCore"]),
    RoomRow(
      name: "EntenteHost", folder: "Sources/EntenteHost",
      rooms: [
        "EntenteJournal", "EntenteSession", "EntenteExercise", "EntenteBots", "EntenteModel",
        "EntenteJSON", "EntenteWire",
      ], packages: ["NIOCore", "Logging", "Crypto", "CryptoExtras"],
      system: ["Dispatch", "Synchronization"]),
    RoomRow(
      name: "EntenteServer", folder: "Sources/EntenteServer",
      rooms: ["EntenteHost", "EntenteWire"],
      packages: [
        "NIOCore", "NIOPosix", "NIOSSL", "Logging", "ServiceLifecycle", "Crypto", "X509",
        "SwiftASN1",
      ], system: platform.union(["Foundation", "Synchronization"])),
    RoomRow(
      name: "EntenteClient", folder: "Clients/LineClient",
      rooms: ["EntenteWire", "EntenteJSON"],
      packages: ["NIOCore", "NIOPosix", "NIOSSL", "Crypto"],
      system: ["Foundation", "Synchronization"]),
    RoomRow(
      name: "EntenteTerminal", folder: "Clients/Terminal",
      rooms: ["EntenteClient", "EntenteWire"],
      system: platform.union(["Foundation", "Synchronization"])),
    RoomRow(
      name: "entente", folder: "Sources/entente",
      rooms: [
        "EntenteJSON", "EntenteModel", "EntenteSession", "EntenteExercise", "EntenteBots",
        "EntenteJournal", "EntenteJournalSQLite", "EntenteWire", "EntenteHost", "EntenteServer",
        "EntenteClient", "EntenteTerminal",
      ],
      packages: [
        "ArgumentParser", "Crypto", "Logging", "ServiceLifecycle", "UnixSignals", "NIOCore",
        "NIOPosix",
      ], system: platform.union(["Dispatch", "Foundation", "Synchronization"])),
    RoomRow(
      name: "entente-load", folder: "Sources/entente-load",
      rooms: [
        "EntenteJSON", "EntenteModel", "EntenteSession", "EntenteExercise", "EntenteJournal",
        "EntenteJournalSQLite", "EntenteWire",
      ], packages: ["NIOCore", "NIOPosix"],
      system: platform.union(["Dispatch", "Foundation", "Synchronization"])),
  ]

  /// Rooms that are functions on values: no clock, no chance, no input or output, no concurrency.
  static let pure: Set<String> = ["EntenteJSON", "EntenteModel", "EntenteSession", "EntenteBots"]

  /// Rooms that count in integers only. The JSON room speaks Swift's coding protocols, which name
  /// the fractional types so that it can refuse them.
  static let wholeNumbers: Set<String> = pure.subtracting(["EntenteJSON"])

  /// Rooms that may write to the terminal.
  static let speaking: Set<String> = ["entente", "entente-load", "EntenteTerminal"]

  /// What nothing under Sources and Clients may import: mains, and the rooms of the tests.
  static let forbidden: Set<String> = [
    "entente", "entente_load", "EntenteTesting", "Testing", "XCTest",
  ]

  /// The row whose folder holds the file at `path`.
  static func row(of path: String) -> RoomRow? {
    rows.first { path.hasPrefix($0.folder + "/") }
  }
}
