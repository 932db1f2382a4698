package import EntenteWire

/// Where somebody is in the game, as far as lines of the server told: what stands in the prompt.
package struct Place: Hashable, Sendable {
  /// `cael.head`, or `facilitator`; nil outside of a session.
  package private(set) var seat: String?
  /// The turn, from 1; 0 or nil before the first.
  package private(set) var turn: Int?
  /// The phase, or what else goes on: `lobby`, `paused`, `closed`.
  package private(set) var phase: String?
  /// When the phase ends, by the server's clock, in milliseconds since 1970; nil without a clock.
  package private(set) var deadline: Int?
  /// Whether the server cannot be reached.
  package var isOffline = false
  /// The server's clock less ours, in milliseconds.
  private var clockAhead = 0
  /// The phase to go back to after a pause.
  private var pausedPhase: String?

  package init() {}

  /// Takes what a line says about the place. `now` is our clock in milliseconds since 1970.
  package mutating func learn(_ line: ServerLine, at now: Int) {
    switch line.kind {
    case .ok(let verb): learn(verb, line, at: now)
    case .event(_, let kind): learn(event: kind, line)
    default: break
    }
  }

  private mutating func learn(_ verb: String, _ line: ServerLine, at now: Int) {
    switch verb {
    case "JOIN", "CREATE":
      seat = line["seat"]?.description ?? (verb == "CREATE" ? "facilitator" : seat)
    case "AUTH":
      if line["role"]?.description == "facilitator" { seat = "facilitator" }
      seat = line["seat"]?.description ?? seat
    case "LEAVE":
      let clockAhead = clockAhead
      self = Place()
      self.clockAhead = clockAhead
    case "STATUS":
      seat = line["seat"]?.description ?? seat
      turn = line["turn"]?.int ?? turn
      let status = line["status"]?.description
      phase = status == "running" || status == nil ? line["phase"]?.description : status
      deadline = Self.deadline(of: line)
      if let deadline, let left = line["left"]?.int { clockAhead = deadline - left * 1000 - now }
    default: break
    }
  }

  private mutating func learn(event kind: String, _ line: ServerLine) {
    switch kind {
    case "session.created": phase = "lobby"
    case "turn.started": turn = line["turn"]?.int ?? turn
    case "phase.started":
      phase = line["phase"]?.description
      deadline = Self.deadline(of: line)
    case "phase.extended": deadline = Self.deadline(of: line)
    case "session.paused":
      if phase != "paused" { pausedPhase = phase }
      phase = "paused"
      deadline = nil
    case "session.resumed":
      if phase == "paused" { phase = pausedPhase }
      deadline = Self.deadline(of: line)
    case "session.closed":
      phase = "closed"
      deadline = nil
    default: break
    }
  }

  private static func deadline(of line: ServerLine) -> Int? {
    line["deadline"].flatMap { PointInTime.milliseconds($0.description) }
  }

  /// `07:12` until the deadline that `line` names, by the server's clock; nil when it names none.
  package func left(in line: ServerLine, at now: Int) -> String? {
    Self.deadline(of: line).map { PointInTime.left($0 - now - clockAhead) }
  }

  /// `cael T1 negotiate 07:12 > `. Without `hasClock` the time is left out, since it would stand
  /// still.
  package func prompt(at now: Int, hasClock: Bool = true) -> String {
    var words = [seat.map { String($0.prefix { $0 != "." }) } ?? "entente"]
    if isOffline {
      words.append("(offline)")
    } else if seat != nil {
      if let turn, turn > 0, phase != "closed" { words.append("T\(turn)") }
      if let phase { words.append(phase) }
      if hasClock, let deadline { words.append(PointInTime.left(deadline - now - clockAhead)) }
    }
    return words.joined(separator: " ") + " > "
  }

  /// Milliseconds until the prompt looks different by itself; nil when it does not.
  package func change(after now: Int) -> Int? {
    guard !isOffline, let deadline else { return nil }
    let left = deadline - now - clockAhead
    guard left > 0 else { return nil }
    return (left - 1) % 1000 + 1
  }
}
