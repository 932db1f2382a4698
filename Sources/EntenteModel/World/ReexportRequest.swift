/// A question to the owner of a design: may this state pass it on to that one? Consent holds for
/// one loan or gift; silence is a no that costs no trust.
package struct ReexportRequest: Sendable, Hashable, Codable {
  /// Its number in the session, from 1; people type `R1`.
  package var number: Int
  /// Index of the state that asks.
  package var asker: Int
  /// Index of the state that owns the design.
  package var owner: Int
  /// Index of the programme.
  package var programme: Int
  /// Index of the state that shall get it.
  package var receiver: Int
  /// The turn in which it was asked; the answer is due in the next.
  package var askedTurn: Int
  /// Whether the owner has agreed.
  package var isGranted = false

  /// What people type: `R1`.
  package var id: String { "R\(number)" }
}

extension World {
  /// Questions to owners of designs that wait for an answer, or were granted and not used, in the
  /// order of asking.
  package var requests: [ReexportRequest] {
    get { questions ?? [] }
    set { questions = newValue.isEmpty ? nil : newValue }
  }

  /// How many were ever asked.
  package var requestsMade: Int {
    get { questionsAsked ?? 0 }
    set { questionsAsked = newValue == 0 ? nil : newValue }
  }

  /// The place of a request that waits for an answer of `owner`, by the word people type.
  package func openRequest(_ id: String, to owner: Int) -> Int? {
    requests.firstIndex { $0.id == id.uppercased() && $0.owner == owner && !$0.isGranted }
  }

  /// The owner's answer to the request at `place`: consent for one delivery, or a no, which costs
  /// it the asker's trust at R13.
  package mutating func answerRequest(at place: Int, consents: Bool) {
    if consents {
      requests[place].isGranted = true
      return
    }
    let request = requests.remove(at: place)
    trustShocks.append(
      TrustShock(
        observer: request.asker, subject: request.owner,
        change: BasisPoints(-ReexportRequest.refusalCost)))
  }

  /// The place of a consent that covers a delivery.
  func consent(to asker: Int, programme: Int, receiver: Int) -> Int? {
    requests.firstIndex {
      $0.isGranted && $0.asker == asker && $0.programme == programme && $0.receiver == receiver
    }
  }
}

extension ReexportRequest {
  /// What a refusal costs of the asker's trust; bp.
  static let refusalCost = 250
}
