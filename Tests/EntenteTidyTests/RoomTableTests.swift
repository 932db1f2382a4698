import Testing

/// The absences that hold the house together, asked of the table itself: a row cannot be widened
/// past them without changing these sentences.
@Suite("RoomTable") struct RoomTableTests {
  private func rooms(importing module: String) -> [String] {
    RoomTable.rows.filter { $0.allowed.contains(module) }.map(\.name)
  }

  @Test("arrows point to rooms that stand before: there is no circle")
  func order() {
    var seen: Set<String> = []
    for row in RoomTable.rows {
      #expect(row.rooms.subtracting(seen) == [], "\(row.name) points down the table")
      seen.insert(row.name)
    }
  }

  @Test("the pure rooms import nothing but pure rooms")
  func pureRooms() {
    for row in RoomTable.rows where RoomTable.pure.contains(row.name) {
      #expect(row.allowed.isSubset(of: RoomTable.pure), "\(row.name)")
    }
  }

  @Test("only the SQLite journal knows GRDB")
  func grdb() {
    #expect(rooms(importing: "GRDB") == ["EntenteJournalSQLite"])
    #expect(rooms(importing: "GRDBSQLite") == ["EntenteJournalSQLite"])
  }

  @Test("only the server, the line client and the mains know NIOPosix")
  func posix() {
    #expect(
      rooms(importing: "NIOPosix") == ["EntenteServer", "EntenteClient", "entente", "entente-load"])
  }

  @Test("the wire does not know the model, nor anything of the play")
  func wire() throws {
    let wire = try #require(RoomTable.rows.first { $0.name == "EntenteWire" })
    #expect(wire.rooms == ["EntenteJSON"])
  }

  @Test("clients know the server only by its lines")
  func clients() {
    for row in RoomTable.rows where row.folder.hasPrefix("Clients/") {
      #expect(row.rooms.isSubset(of: ["EntenteWire", "EntenteJSON", "EntenteClient"]))
    }
  }

  @Test("nothing depends on a main or on a test room")
  func mains() {
    for module in RoomTable.forbidden.sorted() { #expect(rooms(importing: module) == []) }
  }
}
