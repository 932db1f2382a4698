// swift-tools-version: 6.2
import PackageDescription

/// A room of the house: a target, and all that it may import. `Sources/README.md` draws the map,
/// `Tests/EntenteTidyTests` holds it.
struct Room {
  var name: String
  var path: String
  var rooms: [String] = []
  var products: [Target.Dependency] = []
  var isMain = false
}

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioTesting = Target.Dependency.product(name: "NIOTestUtils", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let rooms: [Room] = [
  Room(name: "EntenteJSON", path: "Sources/EntenteJSON"),
  Room(name: "EntenteModel", path: "Sources/EntenteModel"),
  Room(
    name: "EntenteSession", path: "Sources/EntenteSession",
    rooms: ["EntenteModel", "EntenteJSON"]),
  Room(
    name: "EntenteExercise", path: "Sources/EntenteExercise",
    rooms: ["EntenteModel", "EntenteSession", "EntenteJSON"], products: [yams]),
  Room(
    name: "EntenteBots", path: "Sources/EntenteBots", rooms: ["EntenteSession", "EntenteModel"]),
  Room(
    name: "EntenteJournal", path: "Sources/EntenteJournal",
    rooms: ["EntenteSession", "EntenteModel", "EntenteJSON"], products: [crypto]),
  Room(
    name: "EntenteJournalSQLite", path: "Sources/EntenteJournalSQLite",
    rooms: ["EntenteJournal"], products: [grdb, grdbSQLite]),
  Room(
    name: "EntenteWire", path: "Sources/EntenteWire", rooms: ["EntenteJSON"], products: [nioCore]),
  Room(
    name: "EntenteHost", path: "Sources/EntenteHost",
    rooms: [
      "EntenteJournal", "EntenteSession", "EntenteExercise", "EntenteBots", "EntenteModel",
      "EntenteJSON", "EntenteWire",
    ], products: [nioCore, logging, crypto, cryptoExtras]),
  Room(
    name: "EntenteServer", path: "Sources/EntenteServer", rooms: ["EntenteHost", "EntenteWire"],
    products: [nioCore, nioPosix, nioSSL, logging, lifecycle, crypto, x509, asn1]),
  Room(
    name: "EntenteClient", path: "Clients/LineClient", rooms: ["EntenteWire", "EntenteJSON"],
    products: [nioCore, nioPosix, nioSSL, crypto]),
  Room(
    name: "EntenteTerminal", path: "Clients/Terminal",
    rooms: ["EntenteClient", "EntenteWire"]),
  Room(
    name: "entente", path: "Sources/entente",
    rooms: [
      "EntenteJSON", "EntenteModel", "EntenteSession", "EntenteExercise", "EntenteBots",
      "EntenteJournal", "EntenteJournalSQLite", "EntenteWire", "EntenteHost", "EntenteServer",
      "EntenteClient", "EntenteTerminal",
    ], products: [arguments, crypto, logging, lifecycle, signals, nioCore, nioPosix],
    isMain: true),
  Room(
    name: "entente-load", path: "Sources/entente-load",
    rooms: [
      "EntenteJSON", "EntenteModel", "EntenteSession", "EntenteExercise", "EntenteJournal",
      "EntenteJournalSQLite", "EntenteWire",
    ], products: [nioCore, nioPosix], isMain: true),
]

struct TestRoom {
  var name: String
  var rooms: [String]
  var products: [Target.Dependency] = []
}

let testRooms: [TestRoom] = [
  TestRoom(name: "EntenteJSONTests", rooms: ["EntenteJSON"]),
  TestRoom(name: "EntenteModelTests", rooms: ["EntenteModel"]),
  TestRoom(
    name: "EntenteSessionTests", rooms: ["EntenteSession", "EntenteModel", "EntenteJSON"],
    products: [crypto]),
  TestRoom(
    name: "EntenteExerciseTests",
    rooms: ["EntenteExercise", "EntenteSession", "EntenteModel", "EntenteJSON"]),
  TestRoom(
    name: "EntenteBotsTests",
    rooms: ["EntenteBots", "EntenteExercise", "EntenteSession", "EntenteModel"]),
  TestRoom(
    name: "EntenteJournalTests",
    rooms: [
      "EntenteJournal", "EntenteJournalSQLite", "EntenteSession", "EntenteModel", "EntenteJSON",
    ], products: [crypto, grdb, grdbSQLite]),
  TestRoom(
    name: "EntenteWireTests", rooms: ["EntenteWire", "EntenteJSON"],
    products: [nioCore, nioEmbedded, nioTesting]),
  TestRoom(
    name: "EntenteHostTests",
    rooms: [
      "EntenteHost", "EntenteBots", "EntenteJournal", "EntenteSession", "EntenteExercise",
      "EntenteModel",
      "EntenteJSON", "EntenteWire",
    ], products: [nioCore, nioEmbedded, crypto, logging]),
  TestRoom(
    name: "EntenteServerTests",
    rooms: [
      "EntenteServer", "EntenteHost", "EntenteJournal", "EntenteJournalSQLite", "EntenteClient",
      "EntenteExercise", "EntenteSession", "EntenteWire", "EntenteJSON",
    ], products: [nioCore, nioPosix, nioSSL, logging, lifecycle]),
  TestRoom(
    name: "EntenteClientTests", rooms: ["EntenteClient", "EntenteWire"],
    products: [nioCore, nioPosix]),
  TestRoom(
    name: "EntenteTerminalTests", rooms: ["EntenteTerminal", "EntenteClient", "EntenteWire"]),
  TestRoom(name: "EntenteTidyTests", rooms: []),
]

/// Swift 6 rules, no warnings, and imports that say what they open: the same in every room.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func dependencies(_ rooms: [String], _ products: [Target.Dependency]) -> [Target.Dependency] {
  rooms.map { .target(name: $0) } + products
}

let package = Package(
  name: "entente",
  products: [.executable(name: "entente", targets: ["entente"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: rooms.map { room in
    let parts = dependencies(room.rooms, room.products)

    return room.isMain
      ? .executableTarget(
        name: room.name, dependencies: parts, path: room.path, swiftSettings: settings)
      : .target(
        name: room.name, dependencies: parts, path: room.path,
        swiftSettings: settings)
  }
    + testRooms.map {
      .testTarget(
        name: $0.name, dependencies: dependencies($0.rooms, $0.products),
        path: "Tests/\($0.name)", swiftSettings: settings)
    }
)
