import EntenteModel

// The events, for whoever runs them.
extension Handout {
  mutating func addEvents() {
    guard !scenario.injects.isEmpty else { return }
    page.begin(sheet: "For the facilitator")
    page.add("h1", "Events")
    for inject in scenario.injects { add(inject) }
    page.end()
  }

  private mutating func add(_ inject: Inject) {
    let sheet = material.injects.first { $0.id == inject.id.text }
    page.add("h2", "\(inject.id): \(inject.title)")
    let to = inject.to.isEmpty ? "all" : inject.to.map(\.text).joined(separator: ", ")
    page.add(
      table: [
        ["", ""], ["when", Self.moment(inject.trigger, sheet?.when ?? "")],
        ["from, to", "\(inject.from), \(to)"], ["arrives by", sheet?.via ?? ""],
        ["changes", Self.wording(sheet?.effects ?? [])], ["expected", inject.expect],
        ["by", sheet?.expectBy ?? ""], ["to do", sheet?.instructions ?? ""],
        ["choice by", sheet?.choiceBy ?? ""], ["shows", inject.lesson],
      ].filter { $0[1] != "" || $0[0] == "" })
    page.add(markdown: inject.body, deeper: 2)
    page.add(
      list: inject.options.map { option in
        let changes = Self.wording(sheet?.optionEffects[option.name] ?? [])
        return "`\(option.name)`\(option.isDefault ? " (silence)" : "") \(option.label)"
          + (changes.isEmpty ? "" : " (\(changes))")
      })
  }

  private static func moment(_ trigger: Inject.Trigger, _ condition: String) -> String {
    switch trigger {
    case .turn(let turn): "turn \(turn), report"
    case .noOffer(let turn, let seconds):
      "turn \(turn), \(seconds) s into negotiations, to teams without an offer"
    case .metric: "as soon as \(condition)"
    case .manual: "when you send it"
    }
  }

  private static func wording(_ effects: [TeachingMaterial.Effect]) -> String {
    effects.map(\.wording).joined(separator: "; ")
  }
}

extension TeachingMaterial.Effect {
  /// `threat of marches: +10% for 2 turns`.
  fileprivate var wording: String {
    let what = object.isEmpty ? path : "\(path) of \(object)"
    let change =
      switch operation {
      case .add: amount.hasPrefix("-") ? amount : "+\(amount)"
      case .multiply: "\(amount) of what it is"
      case .set: "set to \(amount)"
      }
    let time = turns == 0 ? "for good" : turns == 1 ? "for 1 turn" : "for \(turns) turns"
    return "\(what): \(change) \(time)"
  }
}
