/// The rooms as Package.swift declares them.
struct Manifest {
  struct Row: Equatable {
    var name: String
    var folder: String
    var rooms: Set<String>
    var packages: Set<String>
  }

  var rows: [Row]
  var testRooms: [String]

  /// Reads the two tables of the manifest's text.
  init(_ text: String) {
    let named = text.matches(
      of: #/let (\w+) = Target\.Dependency\.product\(\s*name: "([^"]+)"/#)
    let products = Dictionary(
      named.map { (String($0.output.1), String($0.output.2)) }, uniquingKeysWith: { $1 })
    // A regular expression over several lines ignores its own spaces; `\s+` asks for one.
    let pattern =
      #/
      Room\(\s*name:\s+"([^"]+)",\s+path:\s+"([^"]+)"
      (?:,\s*rooms:\s+\[([^\]]*)\])?
      (?:,\s*products:\s+\[([^\]]*)\])?
      /#
    rows = text.matches(of: pattern).map { match in
      Row(
        name: String(match.output.1), folder: String(match.output.2),
        rooms: Set(Self.words(match.output.3)),
        packages: Set(Self.words(match.output.4).map { products[$0] ?? $0 }))
    }
    testRooms = text.matches(of: #/TestRoom\(\s*name: "([^"]+)"/#).map { String($0.output.1) }
  }

  private static func words(_ list: Substring?) -> [String] {
    (list ?? "").matches(of: #/\w+/#).map { String($0.output) }
  }

  /// The rows in which the manifest and the table of the tidy test differ.
  func disagreements(with table: [RoomRow]) -> [Finding] {
    let names = Set(rows.map(\.name)).union(table.map(\.name)).sorted()
    return names.compactMap { name in
      let expected = table.first { $0.name == name }.map {
        Row(name: $0.name, folder: $0.folder, rooms: $0.rooms, packages: $0.packages)
      }
      let declared = rows.first { $0.name == name }
      guard expected != declared else { return nil }
      return Finding(
        path: "Package.swift", line: 1,
        message: "\(name) differs from its row in RoomTable.swift. Here: \(Self.show(declared))."
          + " There: \(Self.show(expected)). A new arrow is a decision: write both, and the map in"
          + " Sources/README.md")
    }
  }

  private static func show(_ row: Row?) -> String {
    guard let row else { return "no such room" }
    return "\(row.folder), imports \(row.rooms.union(row.packages).sorted().joined(separator: " "))"
  }
}
