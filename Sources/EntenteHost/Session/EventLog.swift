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
    switch event.audience {
    case .nobody, .facilitator: break
    case .everybody:
      for seat in seats where seat != .facilitator { places[seat]?.append(place) }
    case .states(let states):
      for state in states {
        for seat in byState[state] ?? [] { places[seat]?.append(place) }
      }
    case .seats(let named):
      for seat in named where seat != .facilitator { places[seat]?.append(place) }
    }
  }

  /// How many of the first `visible` records a seat sees: its newest sequence.
  package func count(for seat: SeatID, visible: Int) -> Int {
    guard let own = places[seat] else { return 0 }
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
