import EntenteModel
import EntenteSession

/// Puts the names of a session into the examples of HELP, which are written with those of the first
/// exercise: what is shown can be typed. A name the session has stays.
struct ExampleNames {
  private static let states = ["borea", "cael", "dorn", "aster"]
  private static let programmes = ["canopy", "lantern"]

  private var names: [String: String] = [:]

  /// The names for somebody who plays `own`, nil for those who play no state.
  init(_ scenario: Scenario, own: StateID?) {
    let all = scenario.states.map(\.id.text)
    let others = all.filter { $0 != own?.text }
    for (place, name) in Self.states.enumerated() where !all.contains(name) && !others.isEmpty {
      names[name] = others[place % others.count]
    }
    if let own, !all.contains("aster") { names["aster"] = own.text }
    let goods = scenario.programmes.map(\.id.text)
    for (place, name) in Self.programmes.enumerated() where !goods.contains(name) && !goods.isEmpty
    {
      names[name] = goods[place % goods.count]
    }
    let lines = scenario.lines.map {
      (state: all[$0.state], name: "\(all[$0.state])-\(goods[$0.programme])")
    }
    if !lines.contains(where: { $0.name == "dorn-canopy" }) {
      names["dorn-canopy"] = (lines.first { $0.state == own?.text } ?? lines.first)?.name
    }
  }

  /// `text` with the session's names.
  func spoken(_ text: String) -> String {
    var spoken = ""
    var word = ""
    for character in text {
      if character.isASCII, character.isLetter || character.isNumber || character == "-" {
        word.append(character)
      } else {
        spoken += (names[word] ?? word) + String(character)
        word = ""
      }
    }
    return spoken + (names[word] ?? word)
  }

  /// `page` with the session's names in everything that can be typed.
  func spoken(_ page: Page) -> Page {
    if names.isEmpty { return page }
    var page = page
    for index in page.lines.indices {
      page.lines[index].text = spoken(page.lines[index].text)
      page.lines[index].fields = page.lines[index].fields.map { field in
        guard field.name == "example", case .text(let text) = field.value else { return field }
        return Page.Field(field.name, spoken(text))
      }
    }
    return page
  }
}
