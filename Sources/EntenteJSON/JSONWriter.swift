/// Writes JSON bytes as a stream: no tree, no text in between. It puts commas and quotes; the
/// caller says what stands where. Debug builds check that keys ascend and that everything opened
/// is closed; release builds trust the caller, because the journal writes millions of these.
package struct JSONWriter: Sendable {
  /// Whether keys must ascend bytewise, as the canonical form asks.
  package enum KeyOrder: Sendable {
    case ascending
    /// For lines that people read: keys as the caller gives them, and no check.
    case asGiven
  }

  /// What is written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  #if DEBUG
    private var watch: KeyWatch
  #endif

  /// An empty writer with room for `capacity` bytes.
  package init(keys: KeyOrder = .ascending, capacity: Int = 256) {
    #if DEBUG
      watch = KeyWatch(order: keys)
    #endif
    bytes.reserveCapacity(capacity)
  }

  /// Forgets what is written and keeps the room.
  package mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
    #if DEBUG
      watch.reset()
    #endif
  }

  /// Opens an object, as a value.
  package mutating func beginObject() {
    open(UInt8(ascii: "{"), isObject: true)
  }

  /// Closes the object opened last.
  package mutating func endObject() {
    close(UInt8(ascii: "}"), isObject: true)
  }

  /// Opens an array, as a value.
  package mutating func beginArray() {
    open(UInt8(ascii: "["), isObject: false)
  }

  /// Closes the array opened last.
  package mutating func endArray() {
    close(UInt8(ascii: "]"), isObject: false)
  }

  /// The key of the next value. `name` needs no escape; a debug build checks that.
  package mutating func key(_ name: StaticString) {
    let text = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    assert(
      ByteWord.firstToEscape(in: text, from: 0) == text.count, "The key \(name) needs an escape.")
    #if DEBUG
      watch.key(text)
    #endif
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: text)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// The key of the next value, any text.
  @_disfavoredOverload
  package mutating func key(_ name: String) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    var name = name
    name.withUTF8 { text in
      #if DEBUG
        watch.key(UnsafeRawBufferPointer(text))
      #endif
      Self.append(UnsafeRawBufferPointer(text), to: &bytes)
    }
    bytes.append(UInt8(ascii: ":"))
  }

  /// A whole number.
  package mutating func int(_ value: Int) {
    beginValue()
    Self.append(value, to: &bytes)
  }

  /// A text with the shortest escapes.
  package mutating func string(_ value: String) {
    beginValue()
    var value = value
    value.withUTF8 { Self.append(UnsafeRawBufferPointer($0), to: &bytes) }
  }

  /// `true` or `false`.
  package mutating func bool(_ value: Bool) {
    beginValue()
    append(value ? "true" : "false")
  }

  /// `null`.
  package mutating func null() {
    beginValue()
    append("null")
  }

  /// A value that is JSON already, such as a body out of the store; it is not looked at.
  package mutating func raw(_ json: UnsafeRawBufferPointer) {
    beginValue()
    bytes.append(contentsOf: json)
  }

  /// As above, from an array.
  package mutating func raw(_ json: [UInt8]) {
    beginValue()
    bytes.append(contentsOf: json)
  }

  private mutating func beginValue() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    #if DEBUG
      watch.value()
    #endif
  }

  private mutating func open(_ bracket: UInt8, isObject: Bool) {
    beginValue()
    needsComma = false
    #if DEBUG
      watch.open(isObject: isObject)
    #endif
    bytes.append(bracket)
  }

  private mutating func close(_ bracket: UInt8, isObject: Bool) {
    needsComma = true
    #if DEBUG
      watch.close(isObject: isObject)
    #endif
    bytes.append(bracket)
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
