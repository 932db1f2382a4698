/// The names an exercise goes by where it hides those of its states: the aliases people read, and
/// in lower case the handles they type.
struct Naming {
  /// Handles by id.
  private let handles: [String: String]

  /// The handles of the states in `cards`, each its alias in lower case; a state without an alias
  /// keeps its id.
  init(_ cards: [Fields]) {
    var handles: [String: String] = [:]
    for card in cards {
      guard let id = card.text("id") else { continue }
      handles[id] = card.text("alias")?.lowercased() ?? id
    }
    self.handles = handles
  }

  /// The handle of a state.
  func handle(of id: String) -> String { handles[id] ?? id }

  /// `field` as it would read had its author written handles in place of ids.
  func renamed(_ field: Field, as shape: Shape, key: String) -> Field {
    var field = field
    switch (shape, field.value) {
    case (.name(.state), .text(let text)): field.value = .text(handle(of: text))
    case (.list(let member, _), .list(let fields)):
      field.value = .list(fields.map { renamed($0, as: member, key: key) })
    case (.record(let record), .record(let fields)):
      field.value = .record(renamed(fields, as: record))
    case (.map(let keys, let value), .record(var fields)):
      fields.entries = fields.entries.map { entry in
        var name = entry.key
        if case .names(.state) = keys { name = handle(of: name) }
        return (name, renamed(entry.field, as: value, key: entry.key))
      }
      field.value = .record(fields)
    case (.oneOf(let shapes), _):
      for shape in shapes { field = renamed(field, as: shape, key: key) }
    case (.text, .text(let text)) where Self.sentences.contains(key):
      field.value = .text(speaking(text))
    default: break
    }
    return field
  }

  /// The record with every name of a state renamed, and with the alias for a label.
  func renamed(_ fields: Fields, as shape: RecordShape) -> Fields {
    var fields = fields
    fields.entries = fields.entries.map { entry in
      guard let rule = shape.keys.first(where: { $0.name == entry.key }) else { return entry }
      return (entry.key, renamed(entry.field, as: rule.shape, key: entry.key))
    }
    guard shape.name == StateKeys.card.name || shape.name == ProgrammeKeys.programme.name else {
      return fields
    }
    fields.written = fields.text("id")
    if shape.name == StateKeys.card.name { fields.set("id", fields.written.map(handle)) }
    fields.set("label", fields.text("alias"))
    return fields
  }

  /// Texts in the languages of terms and conditions, and names joined of two.
  private static let sentences: Set<String> = ["terms", "test", "when", "expectTest", "object"]

  /// `text` with handles for ids, also in the name of a line such as `usa-p07`.
  func speaking(_ text: String) -> String {
    var spoken = ""
    var word = ""
    for character in text + " " {
      if character.isASCII, character.isLetter || character.isNumber || character == "-" {
        word.append(character)
        continue
      }
      spoken += renamed(word: word) + String(character)
      word = ""
    }
    return String(spoken.dropLast())
  }

  private func renamed(word: String) -> String {
    if let handle = handles[word] { return handle }
    let parts = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let handle = handles[String(parts[0])] else { return word }
    return "\(handle)-\(parts[1])"
  }
}

extension Fields {
  /// Puts another text in the place of one that is there.
  fileprivate mutating func set(_ key: String, _ text: String?) {
    guard let text, let place = entries.firstIndex(where: { $0.key == key }) else { return }
    entries[place].field.value = .text(text)
  }
}

extension PackageReading {
  /// The same package with the states under their aliases.
  func underAliases() -> PackageReading {
    let naming = Naming(states)
    var reading = self
    reading.exercise = naming.renamed(exercise, as: ExerciseKeys.record)
    reading.world = naming.renamed(world, as: WorldKeys.record)
    reading.states = states.map { naming.renamed($0, as: StateKeys.card) }
    reading.programmes = programmes.map { naming.renamed($0, as: ProgrammeKeys.programme) }
    reading.injects = injects.map { naming.renamed($0, as: InjectKeys.inject) }
    for card in states {
      guard let id = card.text("id") else { continue }
      reading.texts[PackageFile.brief(of: naming.handle(of: id))] =
        texts[PackageFile.brief(of: id)]
    }
    return reading
  }

  /// `text` with the names people read in place of `{id}`.
  func spoken(_ text: String) -> String {
    guard text.contains("{") else { return text }
    var spoken = text
    for card in states + programmes {
      guard let id = card.text("id"), let label = card.text("label") else { continue }
      spoken = spoken.replacing("{\(card.written ?? id)}", with: label)
    }
    return spoken
  }
}
