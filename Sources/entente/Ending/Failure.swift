/// Why a command did not succeed: one sentence that names the thing, the value and the way out.
struct Failure: Error {
  var status: ExitStatus
  var sentence: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }
}
