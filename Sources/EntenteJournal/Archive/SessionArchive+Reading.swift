import EntenteJSON

extension SessionArchive {
  /// Reads a file. It says only that the file is whole and well formed; ``verify(body:)`` says
  /// whether it is true. Throws at the first line that is not as it should be.
  package init(reading file: [UInt8]) throws(ArchiveError) {
    var reader = ArchiveReader()
    var start = 0
    while start < file.count {
      let end = file[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.count
      try reader.read(file[start..<end])
      start = end + 1
    }
    self = try reader.finish()
  }
}

/// Takes the lines of a file one by one.
private struct ArchiveReader {
  private var archive: SessionArchive?
  private var line = 0
  private var hasEnded = false

  mutating func read(_ bytes: ArraySlice<UInt8>) throws(ArchiveError) {
    line += 1
    guard !hasEnded else { throw fail("Something follows the end of the archive.") }
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue.parse(Array(bytes)) } catch {
      throw fail(error.description)
    }
    guard let member = value.members?.first, value.members?.count == 1 else {
      throw fail("Every line is an object with one key.")
    }
    try take(member.key, LineFields(value: member.value, line: line))
  }

  func finish() throws(ArchiveError) -> SessionArchive {
    guard let archive, hasEnded else {
      throw ArchiveError(line: line + 1, problem: "The archive stops before its end.")
    }
    return archive
  }

  private mutating func take(_ word: String, _ fields: LineFields) throws(ArchiveError) {
    if word == "archive" { return try begin(fields) }
    guard var archive else { throw fail("An archive begins with a line \"archive\".") }
    // The only reference, or every line would copy all that was read before it.
    self.archive = nil
    switch word {
    case "package": archive.packages.append(try package(fields))
    case "session": archive.parts.append(.init(record: try fields.session()))
    case "entry": try addEntry(fields, to: &archive)
    case "checkpoint": try addCheckpoint(fields, to: &archive)
    case "end": try end(fields, archive)
    default: throw fail("There is no line \"\(word)\" in an archive.")
    }
    self.archive = archive
  }

  private mutating func begin(_ fields: LineFields) throws(ArchiveError) {
    guard archive == nil else { throw fail("An archive begins only once.") }
    let format = try fields.text("format")
    guard format == SessionArchive.format else {
      throw fail("The format is \"\(format)\"; this program reads \"\(SessionArchive.format)\".")
    }
    archive = SessionArchive(session: try fields.text("session"))
  }

  private func package(_ fields: LineFields) throws(ArchiveError) -> StoredPackage {
    let package = StoredPackage(bytes: try fields.bytes("bytes"))
    guard package.hash == (try fields.hex("hash")) else {
      throw fail("The package does not have the hash it is listed under.")
    }
    return package
  }

  private func addEntry(
    _ fields: LineFields, to archive: inout SessionArchive
  ) throws(ArchiveError) {
    let entry = try fields.entry()
    try checkSession(entry.session, in: archive)
    assert(!archive.parts.isEmpty, "An entry follows its session.")
    archive.parts[archive.parts.count - 1].entries.append(entry)
  }

  private func addCheckpoint(
    _ fields: LineFields, to archive: inout SessionArchive
  ) throws(ArchiveError) {
    let checkpoint = Checkpoint(
      session: try fields.text("session"), sequence: try fields.number("seq"),
      headHash: try fields.hex("head"), signature: try fields.hex("signature"))
    try checkSession(checkpoint.session, in: archive)
    archive.parts[archive.parts.count - 1].checkpoints.append(checkpoint)
  }

  private func checkSession(_ id: String, in archive: SessionArchive) throws(ArchiveError) {
    guard archive.parts.last?.record.id == id else {
      throw fail("This line belongs to session \"\(id)\", which is not the one above it.")
    }
  }

  private mutating func end(
    _ fields: LineFields, _ archive: SessionArchive
  ) throws(ArchiveError) {
    let entries = archive.parts.reduce(0) { $0 + $1.entries.count }
    guard try fields.number("entries") == entries,
      try fields.number("sessions") == archive.parts.count
    else { throw fail("Some lines are missing: the end counts others than there are.") }
    guard archive.parts.last?.record.id == archive.session else {
      throw fail("The session \"\(archive.session)\" itself is not in the archive.")
    }
    hasEnded = true
  }

  private func fail(_ problem: String) -> ArchiveError {
    ArchiveError(line: line, problem: problem)
  }
}

/// The members of one line, each asked for by name and kind.
private struct LineFields {
  let value: JSONValue
  let line: Int

  func text(_ name: String) throws(ArchiveError) -> String {
    guard let text = value[name]?.string else { throw missing(name, "a text") }
    return text
  }

  func number(_ name: String) throws(ArchiveError) -> Int {
    guard let number = value[name]?.int else { throw missing(name, "a whole number") }
    return number
  }

  func hex(_ name: String) throws(ArchiveError) -> [UInt8] {
    guard let bytes = value[name]?.string.flatMap(HexText.bytes) else {
      throw missing(name, "a text of hexadecimal digits")
    }
    return bytes
  }

  func bytes(_ name: String) throws(ArchiveError) -> [UInt8] {
    if let text = value[name]?.string { return Array(text.utf8) }
    guard let bytes = value[name]?["hex"]?.string.flatMap(HexText.bytes) else {
      throw missing(name, "a text or an object with \"hex\"")
    }
    return bytes
  }

  func session() throws(ArchiveError) -> SessionRecord {
    var record = SessionRecord(
      id: try text("id"), packageHash: try hex("package"), rulesID: try text("rules"),
      seed: try number("seed"), parent: value["parent"]?.string,
      forkSequence: value["fork"]?.int, createdMilliseconds: try number("created"),
      status: try text("status"))
    record.headSequence = try number("head_seq")
    record.headHash = try hex("head")
    return record
  }

  func entry() throws(ArchiveError) -> JournalEntry {
    JournalEntry(
      session: try text("session"), sequence: try number("seq"), turn: try number("turn"),
      milliseconds: try number("t"), actor: try text("actor"), key: value["key"]?.string,
      digest: try hex("digest"), request: try bytes("request"), reply: try bytes("reply"),
      body: try bytes("body"), salt: try hex("salt"), hash: try hex("hash"))
  }

  private func missing(_ name: String, _ kind: String) -> ArchiveError {
    ArchiveError(line: line, problem: "\"\(name)\" must be \(kind).")
  }
}
