import EntenteJSON
import EntenteModel
import EntenteSession

extension EventCoding {
  static func writePeople(_ fact: Fact, to writer: inout JSONWriter) {
    switch fact {
    case .sessionCreated(let created):
      writer.member("exercise", created.exercise)
      writer.member("format", created.format)
      writer.member("id", created.id)
      writer.member("title", created.title)
    case .sessionPaused(let why, let remaining, let until):
      writer.member("remaining", ifPresent: remaining)
      writer.member("until", ifPresent: until)
      writer.member("why", why)
    case .sessionResumed(let deadline): writer.member("deadline", ifPresent: deadline)
    case .sessionClosed(let reason): writer.member("reason", reason)
    case .memberJoined(let member, let seat, let name):
      writer.member("member", member.text)
      writer.member("name", name)
      writer.member("seat", seat.text)
    case .seatAssigned(let seat, let holder):
      switch holder {
      case .bot(let doctrine): writer.member("bot", doctrine)
      case .members: writer.member("people", true)
      case .nobody: break
      }
      writer.member("seat", seat.text)
    case .codeIssued(let seat, let uses, let seconds):
      writer.member("seat", seat.text)
      writer.member("seconds", seconds)
      writer.member("uses", uses)
    case .codeRevoked(let seat, let codes):
      writer.member("codes", codes)
      writer.member("seat", seat.text)
    default: break
    }
  }

  static func readPeople(
    _ kind: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> Fact? {
    switch kind {
    case "session.created":
      let exercise = try scanner.text("exercise")
      let format = try scanner.text("format")
      let id = try scanner.text("id")
      return .sessionCreated(
        SessionCreated(
          id: id, exercise: exercise, title: try scanner.text("title"), format: format))
    case "session.started": return .sessionStarted
    case "session.paused":
      let remaining = try scanner.optionalNumber("remaining")
      let until = try scanner.optionalNumber("until")
      return .sessionPaused(why: try scanner.text("why"), remaining: remaining, until: until)
    case "session.resumed":
      return .sessionResumed(deadline: try scanner.optionalNumber("deadline"))
    case "session.closed": return .sessionClosed(reason: try scanner.text("reason"))
    case "member.joined":
      let member = MemberID(try scanner.text("member"))
      let name = try scanner.text("name")
      return .memberJoined(member: member, seat: SeatID(try scanner.text("seat")), name: name)
    case "seat.assigned":
      var holder = SeatHolder.nobody
      if let doctrine = try scanner.optionalText("bot") { holder = .bot(doctrine: doctrine) }
      if try scanner.key("people") {
        _ = try scanner.bool()
        holder = .members
      }
      return .seatAssigned(seat: SeatID(try scanner.text("seat")), holder: holder)
    case "code.issued":
      let seat = SeatID(try scanner.text("seat"))
      let seconds = try scanner.number("seconds")
      return .codeIssued(seat: seat, uses: try scanner.number("uses"), seconds: seconds)
    case "code.revoked":
      let codes = try scanner.number("codes")
      return .codeRevoked(seat: SeatID(try scanner.text("seat")), codes: codes)
    default: return nil
    }
  }

  static func writeClock(_ fact: Fact, to writer: inout JSONWriter) {
    switch fact {
    case .turnStarted(let turn, let last):
      writer.member("of", last)
      writer.member("turn", turn)
    case .phaseStarted(let phase, let deadline):
      writer.member("deadline", ifPresent: deadline)
      writer.member("phase", phase.rawValue)
    case .phaseExtended(let deadline, let seconds):
      writer.member("deadline", deadline)
      writer.member("seconds", seconds)
    case .readySet(let seat), .readyCleared(let seat): writer.member("seat", seat.text)
    default: break
    }
  }

  static func readClock(
    _ kind: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> Fact? {
    switch kind {
    case "turn.started":
      let last = try scanner.number("of")
      return .turnStarted(turn: try scanner.number("turn"), of: last)
    case "phase.started":
      let deadline = try scanner.optionalNumber("deadline")
      return .phaseStarted(phase: try scanner.word("phase"), deadline: deadline)
    case "phase.extended":
      let deadline = try scanner.number("deadline")
      return .phaseExtended(deadline: deadline, seconds: try scanner.number("seconds"))
    case "ready.set": return .readySet(SeatID(try scanner.text("seat")))
    case "ready.cleared": return .readyCleared(SeatID(try scanner.text("seat")))
    default: return nil
    }
  }
}

extension JSONScanner {
  /// A word that stands for a case.
  mutating func word<Word: RawRepresentable<String>>(
    _ name: StaticString
  ) throws(JSONError) -> Word {
    let text = try text(name)
    guard let word = Word(rawValue: text) else {
      throw JSONError(
        offset: offset, reason: .shape(path: "\(name)", problem: "has no value \"\(text)\""))
    }
    return word
  }
}
