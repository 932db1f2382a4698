import EntenteHost
import EntenteJournal
import EntenteJournalSQLite
import Foundation

/// The data folder, the file in it, and the database underneath.
enum StoreChecks {
  /// Free bytes below which a start is no good idea, and below which a class should not begin: a
  /// long session takes some megabytes, and the log of the database as much again.
  private static let bytesMin = 64 << 20
  private static let bytesComfortable = 512 << 20

  static func all(_ data: DataFolder) -> [Diagnosis] {
    [library, durability, folder(data), lock(data)] + journal(data) + [space(data)]
  }

  private static var library: Diagnosis {
    Diagnosis(.ok, "database", "SQLite \(SQLiteJournalStore.libraryVersion)")
  }

  /// A store in a folder of its own, made and removed again: opening it proves that every commit
  /// will wait for the disk.
  private static var durability: Diagnosis {
    let scratch = NSTemporaryDirectory() + "entente-doctor-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    do throws(JournalError) {
      let store = try SQLiteJournalStore(folder: scratch)
      try store.commit(JournalBatch())
      try store.close()
      return Diagnosis(.ok, "durability", "every commit waits for the disk (synchronous=FULL)")
    } catch {
      return Diagnosis(
        .fail, "durability", Failure(error)?.sentence ?? "\(error)")
    }
  }

  private static func folder(_ data: DataFolder) -> Diagnosis {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: data.path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        return Diagnosis(
          .fail, "data folder", "\(data.path) is a file; choose a folder with --data DIR.")
      }
      return manager.isWritableFile(atPath: data.path)
        ? Diagnosis(.ok, "data folder", "\(data.path) can be written")
        : Diagnosis(
          .fail, "data folder",
          "\(data.path) cannot be written; give yourself the right to, or choose another folder "
            + "with --data DIR.")
    }
    let parent = existing(above: data.path)
    return manager.isWritableFile(atPath: parent)
      ? Diagnosis(.ok, "data folder", "\(data.path) will be made at the first start")
      : Diagnosis(
        .fail, "data folder",
        "\(data.path) cannot be made in \(parent); choose another folder with --data DIR.")
  }

  /// The nearest folder above a path that is there.
  private static func existing(above path: String) -> String {
    var url = URL(fileURLWithPath: path)
    while url.path != "/", !FileManager.default.fileExists(atPath: url.path) {
      url.deleteLastPathComponent()
    }
    return url.path
  }

  private static func lock(_ data: DataFolder) -> Diagnosis {
    let descriptor = open(data.path + "/entente.lock", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return Diagnosis(.ok, "lock", "no server has the folder") }
    defer { close(descriptor) }
    // Taken and given back at once: the question is only whether another has it.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      return Diagnosis(.ok, "lock", "a server has the folder now")
    }
    return Diagnosis(.ok, "lock", "no server has the folder")
  }

  private static func journal(_ data: DataFolder) -> [Diagnosis] {
    do throws(JournalError) {
      let store = try data.reading()
      let faults = try store.integrityCheck()
      let sessions = try store.sessions()
      guard faults.isEmpty else {
        return faults.prefix(5).map {
          Diagnosis(
            .fail, "journal", "\($0); keep a copy of the folder and go on with a backup or another."
          )
        }
      }
      return [
        Diagnosis(.ok, "journal", "sound, \(sessions.count) sessions"),
        clock(after: sessions.map(\.createdMilliseconds).max() ?? 0),
      ]
    } catch {
      if case .missing = error.code {
        return [Diagnosis(.ok, "journal", "none yet"), clock(after: 0)]
      }
      return [Diagnosis(.fail, "journal", Failure(error)?.sentence ?? "\(error)"), clock(after: 0)]
    }
  }

  /// 2025-01-01: the program is younger.
  private static let firstMoment = 1_735_689_600_000

  private static func clock(after newest: Int) -> Diagnosis {
    let now = Serving.environment.now()
    guard now > max(newest, firstMoment) else {
      return Diagnosis(
        .fail, "clock",
        "the clock says \(MachineChecks.moment(now)), which is before what was recorded already; "
          + "set the clock.")
    }
    return Diagnosis(.ok, "clock", MachineChecks.moment(now))
  }

  private static func space(_ data: DataFolder) -> Diagnosis {
    let place = existing(above: data.path)
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: place)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue else {
      return Diagnosis(.warn, "disk", "the free space of \(place) cannot be read; look yourself.")
    }
    let shown = "\(free >> 20) MiB free"
    if free < bytesMin { return Diagnosis(.fail, "disk", "\(shown) at \(place); make room.") }
    if free < bytesComfortable {
      return Diagnosis(.warn, "disk", "\(shown) at \(place); make room before a long session.")
    }
    return Diagnosis(.ok, "disk", shown)
  }
}
