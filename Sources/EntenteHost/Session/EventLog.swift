import EntenteModel
package import EntenteSession

/// The visible events of a session in order, with an index a seat. A seat's sequence is
/// dense from 1: it is a place in that index, derived from the audiences and never stored.
package struct EventLog {
  /// One event and when it happened.
  package struct Record {
    package var event: Event
    /// The entry it belongs to.
    package var entry: Int
    /// The turn it happened in, from 1; 0 in the lobby.
    package var turn: Int
    /// Milliseconds since the epoch.
    package var time: Int
  }

  package private(set) var records: [Record] = []
  private var places: [SeatID: [Int]]
  private let seats: [SeatID]
  private let byState: [StateID: [SeatID]]
  /// Seats of those who look on, opened when the first of them comes.
  private var onlookers: [SeatID] = []
  /// Where the session was closed.
  private var closedPlace: Int?

  /// An empty log for these seats and the facilitator's.
  package init(seats: [SeatID]) {
    self.seats = seats + [.facilitator]
    places = Dictionary(uniqueKeysWithValues: self.seats.map { ($0, []) })
    byState = Dictionary(grouping: seats) { $0.state ?? StateID("") }
  }

  /// Adds an event; one that nobody sees leaves no trace here.
  package mutating func append(_ event: Event, entry: Int, turn: Int, time: Int) {
    guard event.hasLine else { return }
    let place = records.count
    records.append(
      Record(event: event, entry: entry, turn: turn, time: time))
    places[.facilitator]?.append(place)
    if case .sessionClosed = event.fact, closedPlace == nil { closedPlace = place }
    for seat in onlookers where event.audience.includes(seat) { places[seat]?.append(place) }
    switch event.audience {
    case .nobody, .facilitator: break
    case .everybody:
      for seat in seats where seat != .facilitator { places[seat]?.append(place) }
    case .states(let states):
      for state in states {
        for seat in byState[state] ?? [] { places[seat]?.append(place) }
      }
    case .seats(let named):
      for seat in named where seat.state != nil { places[seat]?.append(place) }
    }
  }

  /// Makes the index of a seat that looks on, over everything that has happened.
  package mutating func open(_ seat: SeatID) {
    guard seat.onlooker != nil, places[seat] == nil else { return }
    onlookers.append(seat)
    places[seat] = records.indices.filter { records[$0].event.audience.includes(seat) }
  }

  /// The last turn a seat sees of when the first `visible` records may be shown; nil where it sees
  /// all of them.
  func lastTurn(for seat: SeatID, visible: Int) -> Int? {
    guard let delay = seat.onlooker?.delay, visible > 0 else { return nil }
    if let closedPlace, closedPlace < visible { return nil }
    switch delay {
    case .untilClose: return -1
    case .turns(let turns): return records[min(visible, records.count) - 1].turn - turns
    }
  }

  /// How many of the first `visible` records may be shown to somebody who sees late: those of turns
  /// that are long enough ago.
  private func shown(of visible: Int, to seat: SeatID) -> Int {
    guard let last = lastTurn(for: seat, visible: visible) else { return visible }
    var low = 0
    var high = min(visible, records.count)
    while low < high {
      let middle = (low + high) / 2
      if records[middle].turn <= last { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many of the first `visible` records a seat sees: its newest sequence.
  package func count(for seat: SeatID, visible: Int) -> Int {
    guard let own = places[seat] else { return 0 }
    let visible = shown(of: visible, to: seat)
    if let last = own.last, last < visible { return own.count }
    var low = 0
    var high = own.count
    while low < high {
      let middle = (low + high) / 2
      if own[middle] < visible { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The record of a seat's sequence, from 1.
  package func record(_ sequence: Int, for seat: SeatID) -> Record? {
    place(of: sequence, for: seat).map { records[$0] }
  }

  /// Where the record of a seat's sequence, from 1, stands among all.
  func place(of sequence: Int, for seat: SeatID) -> Int? {
    guard let own = places[seat], own.indices.contains(sequence - 1) else { return nil }
    return own[sequence - 1]
  }
}
