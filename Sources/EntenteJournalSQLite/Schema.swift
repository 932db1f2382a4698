import EntenteJournal
import GRDB

/// The tables, and how a store of an earlier version becomes one of this version.
enum Schema {
  /// Each step leads from its index to the next number; a released step never changes.
  private static let steps = [first, appended]

  /// The schema this program writes.
  static let current = steps.count

  /// The name under which the schema's number stands in `meta`.
  static let metaKey = "schema"

  /// The schema a file has: 0 for an empty file. Throws `damaged` for a database that is something
  /// else than an Entente store.
  static func version(in database: Database) throws -> Int {
    let hasTables = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master)")
    guard hasTables == true else { return 0 }
    let isStore = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'meta')")
    let number =
      isStore == true
      ? try String.fetchOne(database, sql: "SELECT v FROM meta WHERE k = ?", arguments: [metaKey])
      : nil
    guard let version = number.flatMap({ Int($0) }), version > 0 else {
      throw JournalError(.damaged, "the file is a database, but not one of Entente")
    }
    return version
  }

  /// Refuses a store that only a newer program understands.
  static func checkSupported(_ version: Int) throws(JournalError) {
    guard version <= current else {
      throw JournalError(
        .newerSchema(have: version, supported: current),
        "the store has schema \(version), this program knows up to \(current)")
    }
  }

  /// Brings the file to a schema, usually the current one, in one transaction.
  static func migrate(_ database: Database, to target: Int = current) throws {
    try database.inTransaction(.immediate) {
      let version = try version(in: database)
      try checkSupported(version)
      assert(0...target ~= version, "A supported schema is one of the steps.")
      for step in steps[version..<target] { try database.execute(sql: step) }
      if version < target {
        try database.execute(
          sql: "INSERT INTO meta (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
          arguments: [metaKey, String(target)])
      }
      return .commit
    }
  }

  private static let first = """
    CREATE TABLE meta (k TEXT NOT NULL PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE package (hash BLOB NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

    CREATE TABLE session (
      id TEXT NOT NULL PRIMARY KEY,
      package_hash BLOB NOT NULL REFERENCES package (hash),
      rules_id TEXT NOT NULL,
      seed INTEGER NOT NULL,
      parent TEXT REFERENCES session (id),
      fork_seq INTEGER,
      created_ms INTEGER NOT NULL,
      status TEXT NOT NULL,
      head_seq INTEGER NOT NULL,
      head_hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE entry (
      session TEXT NOT NULL,
      seq INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      t_ms INTEGER NOT NULL,
      actor TEXT NOT NULL,
      key TEXT,
      digest BLOB NOT NULL,
      request BLOB NOT NULL,
      reply BLOB NOT NULL,
      body BLOB NOT NULL,
      salt BLOB NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX entry_key ON entry (session, actor, key) WHERE key IS NOT NULL;
    CREATE UNIQUE INDEX entry_creation ON entry (actor, key) WHERE seq = 1 AND key IS NOT NULL;

    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
    CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
    CREATE TRIGGER package_never_changes BEFORE UPDATE ON package
      BEGIN SELECT RAISE(ABORT, 'a package is never changed'); END;
    CREATE TRIGGER package_never_goes BEFORE DELETE ON package
      BEGIN SELECT RAISE(ABORT, 'a package is never deleted'); END;

    CREATE TABLE snapshot (
      session TEXT NOT NULL REFERENCES session (id),
      seq INTEGER NOT NULL,
      fold_id TEXT NOT NULL,
      state_hash BLOB NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (session, seq, fold_id)
    ) STRICT;

    CREATE TABLE member (
      session TEXT NOT NULL REFERENCES session (id),
      member TEXT NOT NULL,
      seat TEXT NOT NULL,
      name TEXT NOT NULL,
      secret_hash BLOB NOT NULL,
      created_ms INTEGER NOT NULL,
      revoked INTEGER NOT NULL,
      PRIMARY KEY (session, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX member_secret ON member (secret_hash);

    CREATE TABLE join_code (
      secret_hash BLOB NOT NULL PRIMARY KEY,
      session TEXT NOT NULL REFERENCES session (id),
      seat TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      uses_left INTEGER,
      expires_ms INTEGER,
      revoked INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX join_code_session ON join_code (session);

    CREATE TABLE account (
      name TEXT NOT NULL PRIMARY KEY,
      role TEXT NOT NULL,
      kind TEXT NOT NULL,
      secret_hash BLOB NOT NULL,
      salt BLOB NOT NULL,
      created_ms INTEGER NOT NULL,
      expires_ms INTEGER,
      revoked INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE checkpoint (
      session TEXT NOT NULL REFERENCES session (id),
      seq INTEGER NOT NULL,
      head_hash BLOB NOT NULL,
      signature BLOB NOT NULL,
      PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID;
    """

  /// Entries in the order they come, with an index that finds them. Clustered by session, a commit
  /// that served twenty-five sessions wrote six pages an entry; appended, it writes less than one.
  private static let appended = """
    DROP INDEX entry_key;
    DROP INDEX entry_creation;
    DROP TRIGGER entry_never_changes;
    DROP TRIGGER entry_never_goes;
    ALTER TABLE entry RENAME TO entry_clustered;

    CREATE TABLE entry (
      session TEXT NOT NULL,
      seq INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      t_ms INTEGER NOT NULL,
      actor TEXT NOT NULL,
      key TEXT,
      digest BLOB NOT NULL,
      request BLOB NOT NULL,
      reply BLOB NOT NULL,
      body BLOB NOT NULL,
      salt BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    INSERT INTO entry SELECT * FROM entry_clustered ORDER BY session, seq;
    DROP TABLE entry_clustered;

    CREATE UNIQUE INDEX entry_place ON entry (session, seq);
    CREATE UNIQUE INDEX entry_key ON entry (session, actor, key) WHERE key IS NOT NULL;
    CREATE UNIQUE INDEX entry_creation ON entry (actor, key) WHERE seq = 1 AND key IS NOT NULL;
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
    CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
    """
}
