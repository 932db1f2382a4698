/// A large value behind one reference, copied when it is changed while shared. A session's state is
/// copied with every decision; the world in it changes once a turn.
struct Box<Value: Sendable>: Sendable {
  private final class Storage: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  init(_ value: Value) { storage = Storage(value) }

  var value: Value {
    _read { yield storage.value }
    set { storage = Storage(newValue) }
  }
}
