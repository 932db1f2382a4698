/// How a piece of text looks, by what it is.
package enum Style: Hashable, Sendable {
  case plain
  /// Headings and the prompt.
  case strong
  /// What may be overlooked.
  case faint
  /// What others did.
  case event
  case warning
  case error
}

/// A paragraph before it is broken into lines: pieces of text with their styles.
package struct StyledText: Hashable, Sendable {
  /// A piece of one style.
  package struct Span: Hashable, Sendable {
    /// As the server or the client says it; control characters are made visible when it is shown.
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package var spans: [Span]
  /// Spaces before the second line and all that follow.
  package var hanging: Int
  /// Whether the line is filled up with rules to the full width: a heading.
  package var isRuled: Bool

  package init(_ spans: [Span], hanging: Int = 0, isRuled: Bool = false) {
    self.spans = spans
    self.hanging = hanging
    self.isRuled = isRuled
  }

  /// A paragraph of one style.
  package init(_ text: String, _ style: Style = .plain, hanging: Int = 0) {
    self.init([Span(text, style)], hanging: hanging)
  }

  /// The text without its styles.
  package var text: String { spans.map(\.text).joined() }
}
