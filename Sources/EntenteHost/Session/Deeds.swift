import EntenteSession

/// What one person has done in a session: numbers for the board, never for a score.
struct Deeds: Hashable {
  private(set) var messages = 0
  private(set) var offers = 0
  private(set) var signatures = 0
  private(set) var orders = 0
  private(set) var others = 0

  /// Counts one event of the person's own commands.
  mutating func add(_ fact: Fact) {
    switch fact {
    case .messageSent, .communiqueIssued: messages += 1
    case .offerTabled, .offerCountered, .changeTabled: offers += 1
    case .offerSigned, .dealRatified, .changeAnswered, .changeRatified, .desk(.keyGiven):
      signatures += 1
    case .orderEntered: orders += 1
    case .offerRefused, .readySet, .desk(.ticketOpened), .desk(.journalWritten),
      .desk(.predictionMade), .choiceMade:
      others += 1
    default: break
    }
  }
}
