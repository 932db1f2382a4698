/// The way from the root to a nested value, as a chain: most values never need it as an array.
final class CodingPath {
  private let parent: CodingPath?
  private let key: any CodingKey

  init(_ parent: CodingPath?, _ key: any CodingKey) {
    self.parent = parent
    self.key = key
  }

  /// The keys from the root on.
  static func keys(_ path: CodingPath?) -> [any CodingKey] {
    var keys: [any CodingKey] = []
    var step = path
    while let current = step {
      keys.append(current.key)
      step = current.parent
    }
    return keys.reversed()
  }

  /// A shape error at `keys`, written `states.aster[3]`.
  static func error(_ keys: [any CodingKey], _ problem: String) -> JSONError {
    var text = ""
    for key in keys {
      if let index = key.intValue, key is PlainKey {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return JSONError(offset: 0, reason: .shape(path: text, problem: problem))
  }
}

/// The key of an array element, or `super`.
struct PlainKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ index: Int) {
    stringValue = String(index)
    intValue = index
  }

  init?(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init?(intValue: Int) { self.init(intValue) }

  static let superKey = PlainKey(named: "super")

  private init(named name: String) {
    stringValue = name
    intValue = nil
  }
}
