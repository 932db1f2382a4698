import EntenteWire
import Synchronization

/// What a client's event stream has said: it has to be dense from 1, over all reconnects.
final class EventTail: Sendable {
  private struct State {
    var last = 0
    var texts: [String: Int] = [:]
    var gap: String?
  }

  private let state: Mutex<State>

  /// A stream that goes on after `last`.
  init(after last: Int = 0) { state = Mutex(State(last: last)) }

  /// Takes an event.
  func hear(_ line: ServerLine) {
    guard case .event(let v, let kind) = line.kind else { return }
    state.withLock { state in
      if v != state.last + 1 {
        state.gap = state.gap ?? "event \(v) came after event \(state.last)"
      }
      state.last = v
      if kind == "message.sent", let text = Self.words(of: line) {
        state.texts[text, default: 0] += 1
      }
    }
  }

  /// What stands behind the addressee of a message, as `EVENT` and `HISTORY` print it.
  static func words(of line: ServerLine) -> String? {
    line.text?.split(separator: ": ", maxSplits: 1).last.map(String.init)
  }

  /// The newest event, from 1.
  var last: Int { state.withLock { $0.last } }

  /// How often each message came.
  var texts: [String: Int] { state.withLock { $0.texts } }

  /// The first place where the stream was not dense.
  var gap: String? { state.withLock { $0.gap } }
}
