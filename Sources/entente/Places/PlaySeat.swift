import EntenteModel
import EntenteSession

/// The seat somebody plays alone.
enum PlaySeat {
  /// The seat that was typed, of a state its first; the exercise's own choice where none was.
  static func find(_ typed: String?, in exercise: Exercise) throws(Failure) -> String {
    guard let word = typed?.lowercased() else { return exercise.soloSeat }
    let seats = exercise.seats
    if let seat = seats.first(where: { $0.text == word || $0.state?.text == word }) {
      return seat.text
    }
    let states = exercise.scenario.states.map(\.id.text)
    let hint = Nearest.hint(word, among: states + seats.map(\.text))
    throw Failure(
      .wrongUse,
      "There is no state or seat \"\(word)\" in \(exercise.id)\(hint)"
        + (hint == "." ? " There are: \(states.joined(separator: ", "))." : ""))
  }
}
