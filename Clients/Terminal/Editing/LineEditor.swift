import EntenteWire

/// One line that is being typed: keys change text and cursor, and nothing else. It knows neither
/// the terminal nor what the line means.
package struct LineEditor: Sendable {
  /// What a key led to.
  package enum Outcome: Hashable, Sendable {
    /// Nothing that could be seen.
    case unchanged
    /// Text or cursor are others now.
    case changed
    /// Enter: the line, which is gone from the editor.
    case submitted(String)
    /// Ctrl-C: the line is empty now; `wasEmpty` when it was so before.
    case interrupted(wasEmpty: Bool)
    /// Ctrl-D on an empty line.
    case left
    /// Tab: a completion is asked for, to be given to `complete`.
    case wantsCompletion
    /// The words that fit, since none of them is meant alone.
    case candidates([String])
    /// Ctrl-L.
    case clearScreen
    /// The key has no sense here.
    case refused
  }

  /// The characters of the line, none of them forbidden on the wire.
  package internal(set) var characters: [Character] = []
  /// Before which character the cursor stands, from 0 to the number of characters.
  package internal(set) var cursor = 0
  package var history: LineHistory
  var killed = ""

  /// Bytes that a line may have.
  private let bytesMax: Int

  /// An empty line.
  package init(history: LineHistory = LineHistory(), bytesMax: Int = WireLimits.lineBytes) {
    self.history = history
    self.bytesMax = bytesMax
  }

  /// The line.
  package var text: String { String(characters) }

  /// What stands before the cursor.
  package var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts `text` in place of the line, with the cursor behind it.
  package mutating func replace(with text: String) {
    characters = []
    cursor = 0
    insert(text)
  }

  /// Does what `key` asks for.
  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .text(let text), .paste(let text): insert(text)
    case .enter: submit()
    case .tab: .wantsCompletion
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .wordLeft: move(to: wordStart)
    case .wordRight: move(to: wordEnd)
    case .home: move(to: 0)
    case .end: move(to: characters.count)
    case .up: show(history.older(than: text))
    case .down: show(history.newer())
    case .backspace: remove(from: cursor - 1, to: cursor)
    case .delete: remove(from: cursor, to: cursor + 1)
    case .deleteWordBack: kill(from: wordStart, to: cursor)
    case .deleteWordForward: kill(from: cursor, to: wordEnd)
    case .killToStart: kill(from: 0, to: cursor)
    case .killToEnd: kill(from: cursor, to: characters.count)
    case .yank: insert(killed)
    case .interrupt: interrupt()
    case .endOfInput: characters.isEmpty ? .left : remove(from: cursor, to: cursor + 1)
    case .clearScreen: .clearScreen
    }
  }

  /// Types `text` at the cursor. A line end or a TAB becomes a space, what no line may hold is left
  /// out, and so is what goes beyond the limit of a line.
  @discardableResult mutating func insert(_ text: String) -> Outcome {
    let typed = Self.typable(text)
    guard !typed.isEmpty else { return text.isEmpty ? .unchanged : .refused }
    // A mark that combines with the character before it makes one character with it.
    let before = textBeforeCursor + typed
    let after = String(characters[cursor...])
    guard before.utf8.count + after.utf8.count <= bytesMax else { return .refused }
    characters = Array(before + after)
    cursor = min(characters.count, before.count)
    return .changed
  }

  private static func typable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        scalars.append(" ")
      } else if !WireCharacters.isForbidden(scalar.value) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private mutating func submit() -> Outcome {
    let line = text
    characters = []
    cursor = 0
    return .submitted(line)
  }

  private mutating func interrupt() -> Outcome {
    let wasEmpty = characters.isEmpty
    characters = []
    cursor = 0
    history.add("")
    return .interrupted(wasEmpty: wasEmpty)
  }

  private mutating func show(_ line: String?) -> Outcome {
    guard let line else { return .refused }
    replace(with: line)
    return .changed
  }

  private mutating func move(to place: Int) -> Outcome {
    let place = min(max(0, place), characters.count)
    guard place != cursor else { return .refused }
    cursor = place
    return .changed
  }

  private mutating func remove(from start: Int, to end: Int) -> Outcome {
    guard start >= 0, end <= characters.count, start < end else { return .refused }
    // Characters that become neighbours may become one.
    let before = String(characters[..<start])
    characters = Array(before + String(characters[end...]))
    cursor = min(start, characters.count)
    return .changed
  }

  private mutating func kill(from start: Int, to end: Int) -> Outcome {
    guard start < end else { return .refused }
    killed = String(characters[start..<end])
    return remove(from: start, to: end)
  }
}
