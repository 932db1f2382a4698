import EntenteJournal

/// A batch that was handed to the journal's writer and has not been settled.
struct BatchUnderWay {
  var ticket: Int
  /// The newest sequence of each session in it.
  var sequences: [String: Int]
  /// Rows of members in it: the store does not have them yet.
  var members: [MemberRecord]
  /// What became of it; set before its turn where the writer did not even take it.
  var outcome: Result<Void, JournalError>?
  /// Why it cannot succeed: it was decided on top of a batch that failed.
  var cause: JournalError?
  /// Sessions in it that were put back then; what was decided since stands on firm ground.
  var reloaded: Set<String> = []
}
