/// How a list of gates uses up day credit.
enum GateClock {
  /// Days still to go.
  static func remaining(_ gates: [Gate]) -> Days {
    Days(gates.reduce(0) { $0 + max(0, $1.days.value - $1.done.value) })
  }

  /// Days still to go over the gates that hold technology back: papers, not works.
  static func remainingPapers(_ gates: [Gate]) -> Days {
    var sum = 0
    for gate in gates where gate.kind.isPaper { sum += max(0, gate.days.value - gate.done.value) }
    return Days(sum)
  }

  /// Uses up `credit` in order; returns what is left of it. `closed` is told each gate that closes.
  static func consume(
    _ gates: inout [Gate], credit: Days, closed: (Gate.Kind) -> Void = { _ in }
  ) -> Days {
    var left = credit.value
    for index in gates.indices {
      let open = gates[index].days.value - gates[index].done.value
      if open <= 0 { continue }
      let used = min(open, left)
      gates[index].done += Days(used)
      left -= used
      if used == open { closed(gates[index].kind) }
      if left == 0 { break }
    }
    return Days(left)
  }
}

extension Gate.Kind {
  /// Ratification, disclosure and licence hold knowledge back; the others hold works back.
  var isPaper: Bool {
    switch self {
    case .ratification, .disclosure, .licence: true
    default: false
    }
  }
}
