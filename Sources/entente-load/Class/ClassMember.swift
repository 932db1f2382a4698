import EntenteWire
import NIOCore

/// One member of a class, who does by a script what people do: reads, talks, offers, signs, orders,
/// is ready. Everything is timed.
struct ClassMember: Sendable {
  /// Where somebody sits.
  struct Place: Sendable {
    var state: String
    var role: String
    /// The other states, the nearest neighbour first.
    var others: [String]

    var seat: String { "\(state).\(role)" }
  }

  let place: Place
  let plan: ClassPlan
  let log: ClassLog
  private let dialogue: Dialogue
  private let events: AsyncStream<ServerLine>
  private let keys: KeyCounter

  /// Connects and takes the seat that `code` opens.
  static func join(
    _ endpoint: Endpoint, code: String, place: Place, plan: ClassPlan, log: ClassLog
  ) async throws -> ClassMember {
    let (events, continuation) = AsyncStream.makeStream(of: ServerLine.self)
    let dialogue = try await Dialogue.open(endpoint) { continuation.yield($0) }
    try await dialogue.demand("JOIN code=\(code) name=\"\(place.seat)\"")
    return ClassMember(
      place: place, plan: plan, log: log, dialogue: dialogue, events: events,
      keys: KeyCounter())
  }

  /// Plays until the session is closed.
  func play() async {
    await withTaskGroup { group in
      group.addTask { await talk() }
      for await event in events {
        guard case .event(_, let kind) = event.kind else { continue }
        if kind == "session.closed" { break }
        group.addTask { await react(to: kind, event) }
      }
      group.cancelAll()
    }
    await dialogue.close()
  }

  private func react(to kind: String, _ event: ServerLine) async {
    switch (kind, place.role) {
    case ("phase.started", _): await begin(phase: event["phase"]?.description ?? "")
    case ("offer.tabled", "head"):
      guard event["from"]?.description != place.state, let deal = event["deal"],
        let revision = event["rev"]
      else { return }
      await wait(5...40)
      await ask("PREVIEW \(deal)")
      await command("SIGN \(deal)", tags: ";rev=\(revision)")
    case ("deal.signed", "head"):
      guard let deal = event["deal"],
        event["parties"]?.description.split(separator: ",").contains(Substring(place.state))
          ?? false
      else { return }
      await wait(5...40)
      await command("RATIFY \(deal)")
    default: return
    }
  }

  private func begin(phase: String) async {
    await wait(1...15)
    await ask("STATUS")
    switch (phase, place.role) {
    case ("report", "analyst"):
      await ask("STATE me")
      await ask("WHY gap")
    case ("report", _): await ask("BRIEF me")
    case ("negotiate", "diplomat"):
      for other in place.others.prefix(2) {
        await wait(5...60)
        await command("PROPOSE \(other) : exercise intensity=1; dialogue")
      }
    case ("orders", "treasury"):
      await wait(5...40)
      await command("ORDER fund-rd domain=sen money=9m")
      await wait(5...20)
      await command("ORDER fund-rd domain=aut money=4500k")
    case ("orders", "head"):
      await wait(60...100)
      await command("READY")
    case ("review", "analyst"): await ask("GROUPS")
    default: return
    }
  }

  /// Writes messages all the time.
  private func talk() async {
    let isHeard = ["head", "diplomat"].contains(place.role)
    while !Task.isCancelled {
      let seconds =
        isHeard ? plan.messageSeconds.negotiating : plan.messageSeconds.otherwise
      await wait((seconds / 2)...(seconds * 3 / 2))
      if Task.isCancelled { return }
      let words = [
        "mostly", "sensors", "readiness", "we", "could", "share", "costs", "by", "spring",
      ]
      let text = (0..<Int.random(in: 8...30)).map { _ in words.randomElement() ?? "so" }
      let to = isHeard && Int.random(in: 0..<3) > 0 ? place.others.randomElement() : nil
      await command("SAY \(to ?? "team") :\(text.joined(separator: " "))")
    }
  }

  private func wait(_ seconds: ClosedRange<Int>) async {
    let range = Double(seconds.lowerBound)...Double(seconds.upperBound)
    try? await Task.sleep(for: plan.pause(Double.random(in: range)))
  }

  private func command(_ line: String, tags: String = "") async {
    if Task.isCancelled { return }
    await send("@key=\(await keys.next())\(tags) \(line)", isCommand: true)
  }

  private func ask(_ line: String) async {
    if Task.isCancelled { return }
    await send(line, isCommand: false)
  }

  private func send(_ line: String, isCommand: Bool) async {
    let start = NIODeadline.now()
    do {
      let answer = try await dialogue.ask(line)
      let time = (NIODeadline.now() - start).nanoseconds
      await log.note(line, isCommand: isCommand, nanoseconds: UInt64(max(0, time)), answer)
    } catch {
      if !Task.isCancelled { await log.fail(0, "\(place.seat): \(line): \(error)") }
    }
  }
}

/// Keys that are not used twice by one member.
actor KeyCounter {
  private var last = 0

  func next() -> String {
    last += 1
    return "c-\(last)"
  }
}
