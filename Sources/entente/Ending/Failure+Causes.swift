import EntenteClient
import EntenteHost
import EntenteJournal
import EntenteServer
import Foundation

// The one place where an error of a room becomes a sentence and an exit status.
extension Failure {
  /// The failure that `error` means; nil where it belongs to the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as JournalError: self.init(journal: error)
    case let error as ServerError: self.init(server: error)
    case let error as ClientError: self.init(client: error)
    case let fault as EntenteHost.Host.SessionFault:
      self.init(
        .damaged, "This session cannot be read: \(fault.sentence). entente verify looks closer.")
    case let fault as ExerciseSource.Fault: self.init(.noSuch, fault.sentence)
    case let error as ArchiveError:
      self.init(
        .damaged, "The file is no archive of a session: \(error). Export the session again.")
    default: return nil
    }
  }

  private init(server error: ServerError) {
    switch error {
    case .portTaken: self.init(.portTaken, error.sentence)
    case .plainOnOpenNetwork, .noSuchAddress, .portForbidden, .badCertificate:
      self.init(.wrongUse, error.sentence)
    case .cannotListen: self.init(.internalFault, error.sentence)
    }
  }

  private init(client error: ClientError) {
    switch error.code {
    case .storage: self.init(.notWritable, error.sentence)
    case .unreachable, .refused, .foreign, .version, .untrusted, .lost, .closed:
      self.init(.wrong, error.sentence)
    }
  }

  private init(journal error: JournalError) {
    let cause = error.underlying.map { " (\(Self.words(of: $0)))" } ?? ""
    let place = error.context + cause
    switch error.code {
    case .diskFull:
      self.init(.diskError, "The disk is full (\(place)); make room and start again.")
    case .unknownOutcome:
      self.init(
        .diskError, "The disk failed (\(place)); check it, then start again: the journal decides.")
    case .unreadable:
      self.init(
        .diskError, "The disk cannot be read (\(place)); check it, and keep a copy of the folder.")
    case .notDurable:
      self.init(
        .diskError,
        "The journal would not wait for the disk (\(place)); use a folder on a local disk.")
    case .damaged:
      self.init(
        .damaged,
        "The journal is damaged and was left untouched: \(place). Keep a copy of it, and go on "
          + "with a backup or another folder (--data DIR).")
    case .newerSchema(let have, let supported):
      self.init(
        .newerSchema,
        "The journal is of a newer version of Entente (schema \(have), this one knows "
          + "\(supported)): use that version, or another folder (--data DIR).")
    case .locked:
      self.init(
        .folderInUse,
        "The data folder \(place); stop that server, or choose another folder (--data DIR).")
    case .busy:
      self.init(.folderInUse, "Another program holds the journal (\(place)); try again.")
    case .notWritable, .readOnly:
      self.init(
        .notWritable,
        "Entente \(place); give yourself the right to write there, or choose another folder "
          + "(--data DIR).")
    case .missing:
      self.init(
        .noSuch,
        "\(Self.capitalised(place)); entente play or entente serve makes one, and --data DIR names "
          + "another folder.")
    case .queueFull, .conflict, .closed, .internalFault:
      self.init(
        .internalFault, "The journal refused its own program: \(place). Please report this.")
    }
  }

  /// What the system or the database said, without the names of their types.
  private static func words(of error: any Error) -> String {
    guard let cocoa = error as? CocoaError else { return "\(error)" }
    guard let cause = cocoa.underlying as? POSIXError else { return cocoa.localizedDescription }
    return String(cString: strerror(cause.code.rawValue))
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
