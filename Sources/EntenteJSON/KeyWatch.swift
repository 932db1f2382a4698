#if DEBUG
  /// What a debug build remembers of the open brackets, to find a caller's mistake where it is
  /// made.
  struct KeyWatch: Sendable {
    private enum Level: Sendable {
      case array
      case object(lastKey: [UInt8]?, hasKey: Bool)
    }

    private let order: JSONWriter.KeyOrder
    private var levels: [Level] = []

    init(order: JSONWriter.KeyOrder) { self.order = order }

    mutating func reset() { levels.removeAll() }

    mutating func open(isObject: Bool) {
      levels.append(isObject ? .object(lastKey: nil, hasKey: false) : .array)
    }

    mutating func close(isObject: Bool) {
      switch levels.popLast() {
      case .array: assert(!isObject, "An array is closed as an object.")
      case .object(_, let hasKey):
        assert(isObject, "An object is closed as an array.")
        assert(!hasKey, "An object is closed after a key without its value.")
      case nil: assertionFailure("Something is closed that was not opened.")
      }
    }

    mutating func key(_ text: UnsafeRawBufferPointer) {
      guard case .object(let lastKey, let hasKey) = levels.last else {
        return assertionFailure("A key stands outside an object.")
      }
      assert(!hasKey, "Two keys stand in a row.")
      if let lastKey, order == .ascending {
        assert(
          lastKey.lexicographicallyPrecedes(text),
          "Keys ascend: \"\(String(decoding: text, as: UTF8.self))\" stands after "
            + "\"\(String(decoding: lastKey, as: UTF8.self))\".")
      }
      levels[levels.count - 1] = .object(lastKey: [UInt8](text), hasKey: true)
    }

    mutating func value() {
      guard case .object(let lastKey, let hasKey) = levels.last else { return }
      assert(hasKey, "A value stands in an object without its key.")
      levels[levels.count - 1] = .object(lastKey: lastKey, hasKey: false)
    }
  }
#endif
