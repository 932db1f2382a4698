import EntenteJSON

extension SessionArchive {
  /// The file: lines of canonical JSON, each ended by a line feed.
  package var bytes: [UInt8] {
    var file = ArchiveWriter()
    file.line("archive") {
      $0.member("format", Self.format)
      $0.member("session", session)
    }
    for package in packages {
      file.line("package") {
        $0.field("bytes", package.bytes)
        $0.hex("hash", package.hash)
      }
    }
    for part in parts { file.write(part) }
    file.line("end") {
      $0.member("entries", parts.reduce(0) { $0 + $1.entries.count })
      $0.member("sessions", parts.count)
    }
    return file.bytes
  }
}

/// Gathers the lines of a file. Members of a line stand in the canonical order of their keys.
private struct ArchiveWriter {
  private(set) var bytes: [UInt8] = []
  private var writer = JSONWriter()

  mutating func line(_ word: StaticString, _ members: (inout JSONWriter) -> Void) {
    writer.reset()
    writer.beginObject()
    writer.key(word)
    writer.beginObject()
    members(&writer)
    writer.endObject()
    writer.endObject()
    bytes += writer.bytes
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func write(_ part: SessionArchive.Part) {
    write(part.record)
    for entry in part.entries { write(entry) }
    for checkpoint in part.checkpoints {
      line("checkpoint") {
        $0.hex("head", checkpoint.headHash)
        $0.member("seq", checkpoint.sequence)
        $0.member("session", checkpoint.session)
        $0.hex("signature", checkpoint.signature)
      }
    }
  }

  private mutating func write(_ record: SessionRecord) {
    line("session") {
      $0.member("created", record.createdMilliseconds)
      $0.member("fork", ifPresent: record.forkSequence)
      $0.hex("head", record.headHash)
      $0.member("head_seq", record.headSequence)
      $0.member("id", record.id)
      $0.hex("package", record.packageHash)
      $0.member("parent", ifPresent: record.parent)
      $0.member("rules", record.rulesID)
      $0.member("seed", record.seed)
      $0.member("status", record.status)
    }
  }

  private mutating func write(_ entry: JournalEntry) {
    line("entry") {
      $0.member("actor", entry.actor)
      $0.field("body", entry.body)
      $0.hex("digest", entry.digest)
      $0.hex("hash", entry.hash)
      $0.member("key", ifPresent: entry.key)
      $0.field("reply", entry.reply)
      $0.field("request", entry.request)
      $0.hex("salt", entry.salt)
      $0.member("seq", entry.sequence)
      $0.member("session", entry.session)
      $0.member("t", entry.milliseconds)
      $0.member("turn", entry.turn)
    }
  }
}

extension JSONWriter {
  /// Bytes as text where they are, or as an object with their digits.
  fileprivate mutating func field(_ name: StaticString, _ bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      member(name, text)
    } else {
      key(name)
      beginObject()
      hex("hex", bytes)
      endObject()
    }
  }

  fileprivate mutating func hex(_ name: StaticString, _ bytes: [UInt8]) {
    member(name, HexText.text(of: bytes))
  }
}
