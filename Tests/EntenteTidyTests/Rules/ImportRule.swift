/// Every import of a room stands in the table.
enum ImportRule {
  /// The modules a file imports, each with its line.
  static func imports(of file: SourceFile) -> [(module: String, line: Int)] {
    let kinds: Set<String> = [
      "struct", "class", "enum", "protocol", "func", "let", "var", "typealias",
    ]
    return file.tokens.indices.dropLast().compactMap { index in
      let token = file.tokens[index]
      let next = file.tokens[index + 1]
      guard token.text == "import", file.text(index - 1) != ".", next.kind == .word,
        next.line == token.line
      else { return nil }
      return (kinds.contains(next.text) ? file.text(index + 2) : next.text, token.line)
    }
  }

  static func check(_ files: [SourceFile], rows: [RoomRow] = RoomTable.rows) -> [Finding] {
    files.filter { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Clients/") }.flatMap {
      file -> [Finding] in
      guard let row = rows.first(where: { file.path.hasPrefix($0.folder + "/") }) else {
        return [
          file.finding(
            1,
            "this folder is no room. Move the file, or give the room a row in Package.swift,"
              + " Sources/README.md and RoomTable.swift")
        ]
      }
      return imports(of: file).compactMap { module, line in
        if RoomTable.forbidden.contains(module) {
          return file.finding(line, "nothing may import \(module): it is a main or a test room")
        }
        if row.allowed.contains(module) { return nil }
        return file.finding(
          line,
          "\(row.name) may not import \(module). Move the code to a room that may;"
            + " Sources/README.md has the map")
      }
    }
  }

  /// The files of the wire room that cut bytes into lines; only they may know NIO.
  private static let framers: Set<String> = ["LineDecoder", "LineFramer"]

  private static func isFramer(_ file: SourceFile) -> Bool {
    framers.contains(String(file.name.split(separator: "+").first ?? ""))
  }

  static func checkFramer(_ files: [SourceFile]) -> [Finding] {
    files.filter { $0.path.hasPrefix("Sources/EntenteWire/") && !isFramer($0) }
      .flatMap { file in
        imports(of: file).filter { $0.module.hasPrefix("NIO") }.map {
          file.finding($0.line, "only LineFramer and LineDecoder of this room know \($0.module)")
        }
      }
  }
}
