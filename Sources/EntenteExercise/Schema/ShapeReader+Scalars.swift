extension ShapeReader {
  /// The field of a single word, number or text.
  mutating func scalar(_ node: YAMLNode, as shape: Shape, key: String) -> Field? {
    guard let text = node.text else {
      report(node, "wrong-type", "\"\(key)\" is a single value, not a list or keys.")
      return nil
    }
    switch shape {
    case .text(let max): return self.text(text, at: node, max: max, key: key)
    case .word(let words): return word(text, at: node, words, key: key)
    case .newName:
      if Wording.isName(text) { return Field(.text(text), at: node) }
      report(node, "bad-name", Wording.nameRule(text))
      return nil
    case .name(let kind):
      return isKnown(text, kind, in: node.file, line: node.line, column: node.column)
        ? Field(.text(text), at: node) : nil
    case .flag: return flag(text, at: node, key: key)
    case .count(let range): return number(text, at: node, .count, range, key: key)
    case .share(let range): return number(text, at: node, .share, range, key: key)
    case .money(let range): return number(text, at: node, .money, range, key: key)
    case .lots(let range): return number(text, at: node, .lots, range, key: key)
    case .duration(let range): return number(text, at: node, .duration, range, key: key)
    case .list, .record, .map, .oneOf: return nil
    }
  }

  private mutating func text(_ text: String, at node: YAMLNode, max: Int, key: String) -> Field? {
    // The file was checked as it stands; an escape in quotes can still bring something in.
    if let refused = text.unicodeScalars.first(where: TextCheck.isRefused) {
      report(node, TextCheck.refusedName, TextCheck.sentence(about: refused))
      return nil
    }
    let length = text.unicodeScalars.count
    if length <= max { return Field(.text(text), at: node) }
    report(node, "too-long", "\"\(key)\" has at most \(max) characters, not \(length).")
    return nil
  }

  private mutating func word(
    _ text: String, at node: YAMLNode, _ words: [String], key: String
  ) -> Field? {
    if words.contains(text) { return Field(.text(text), at: node) }
    report(
      node, "unknown-word",
      "\"\(text.clipped)\" does not fit \"\(key)\"; \(Hint.nearest(to: text, in: words))")
    return nil
  }

  private mutating func flag(_ text: String, at node: YAMLNode, key: String) -> Field? {
    switch text {
    case "true", "yes": return Field(.flag(true), at: node)
    case "false", "no": return Field(.flag(false), at: node)
    default:
      report(node, "wrong-type", "\"\(key)\" is true or false, not \"\(text.clipped)\".")
      return nil
    }
  }

  private mutating func reportRange(
    _ text: String, at node: YAMLNode, _ unit: NumberText.Unit, _ range: ClosedRange<Int>,
    key: String
  ) {
    report(
      node, "out-of-range",
      "\"\(key)\" is \(Wording.range(range, unit)), not \(text.clipped).")
  }

  private mutating func number(
    _ text: String, at node: YAMLNode, _ unit: NumberText.Unit, _ range: ClosedRange<Int>,
    key: String
  ) -> Field? {
    do {
      let value = try NumberText.read(text, as: unit)
      if range.contains(value) { return Field(.number(value), at: node) }
      reportRange(text, at: node, unit, range, key: key)
    } catch {
      if error == .tooLong {
        reportRange(text, at: node, unit, range, key: key)
        return nil
      }
      let (name, sentence) = Wording.problem(error, text, unit, key: key)
      report(node, name, sentence)
    }
    return nil
  }
}
