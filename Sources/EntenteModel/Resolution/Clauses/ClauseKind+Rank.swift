extension ClauseKind {
  /// Position in the catalogue, from 0: a place in arrays by kind. A dictionary would be too slow
  /// for what is asked for every clause of every resolution.
  var rank: Int {
    switch self {
    case .dialogue: 0
    case .codev: 1
    case .coprod: 2
    case .offtake: 3
    case .licprod: 4
    case .transfer: 5
    case .standard: 6
    case .exercise: 7
    case .acsa: 8
    case .sustain: 9
    case .basing: 10
    case .rdp: 11
    case .ntib: 12
    case .exempt: 13
    case .subsidiary: 14
    case .accel: 15
    case .gsoia: 16
    case .infoshare: 17
    case .sosa: 18
    case .offset: 19
    case .sidepay: 20
    case .excl: 21
    case .jointfund: 22
    case .dualuse: 23
    case .stockpool: 24
    case .gov: 25
    case .term: 26
    case .reexport: 27
    case .crisis: 28
    case .pilot: 29
    }
  }
}
