package import EntenteModel

/// What somebody wants to happen. Time, identifiers and chance come in with it (`Occasion`).
package enum Command: Hashable, Sendable {
  // Facilitator
  case createSession(SessionCreated)
  case issueCode(seat: SeatID, uses: Int, seconds: Int)
  /// A new code in place of `revoked` old ones.
  case rotateCode(seat: SeatID, revoked: Int, uses: Int, seconds: Int)
  /// Takes `revoked` codes of a seat back.
  case revokeCodes(seat: SeatID, revoked: Int)
  case start(bots: Bool)
  case advance
  /// `seconds`: the longest it lasts; nil until somebody ends it.
  case pause(why: String, seconds: Int? = nil)
  case unpause
  case extend(seconds: Int)
  case close
  // People
  case join(seat: SeatID, name: String)
  case ready
  case unready
  // Press
  case say(to: [String], issue: String?, text: String)
  case communique(text: String)
  // Dealing
  case propose(text: DealText)
  case counter(deal: DealID, text: DealText)
  case sign(deal: DealID, revision: Int)
  case reject(deal: DealID, why: String)
  case withdraw(deal: DealID)
  case ratify(deal: DealID)
  // Deals that stand
  case reserve(deal: DealID, clause: ClauseID)
  case denounce(deal: DealID, now: Bool)
  case accede(deal: DealID, annex: String?)
  // Orders
  case order(Order)
  case cancel(id: String)
  // Beside the play
  case desk(DeskCommand)
  // Time
  /// The clock looks: ends a phase that is over, fires what is due. Refused when nothing is.
  case tick
}

/// What a command meets from outside: the recorded inputs that make a session repeatable.
package struct Occasion: Sendable {
  /// Milliseconds since the epoch, never below the session's last.
  package var time: Int
  package init(time: Int) { self.time = time }
}
