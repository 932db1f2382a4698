/// What the program tells the shell. Scripts depend on these numbers: none ever changes its
/// meaning.
enum ExitStatus: Int32 {
  case success = 0
  /// What was asked about is wrong: a broken chain, an exercise with errors, terms with findings.
  case wrong = 1
  case wrongUse = 2
  /// A fault of this program.
  case internalFault = 70
  case missingLibrary = 71
  case noSuch = 72
  case notWritable = 73
  case diskError = 74
  case portTaken = 75
  case folderInUse = 76
  case newerSchema = 77
  case damaged = 78
}
