import EntenteModel
import EntenteSession
import Testing

struct StatePageTests {
  private func field(_ name: String, in page: Page) -> Page.Field.Value? {
    page.lines.flatMap(\.fields).first { $0.name == name }?.value
  }

  private func text(_ page: Page) -> String { page.lines.map(\.text).joined(separator: "\n") }

  @Test("Without fog the figures of others stand exactly")
  func none() throws {
    let page = try SmallPlay(fog: .none).page(of: 2, for: "cael")
    #expect(field("tr-sen", in: page) == .integer(4_630))
    #expect(field("org", in: page) == .integer(5_510))
    #expect(field("ic-uas", in: page) == .integer(26_000))
    #expect(field("treasury", in: page) == nil)
  }

  @Test("With bands a band stands there, and never a number inside it")
  func bands() throws {
    let play = try SmallPlay(fog: .bands)
    let page = play.page(of: 2, for: "cael")
    #expect(field("tr-sen", in: page) == .text("40-49"))
    #expect(field("org", in: page) == .text("50-59"))
    // 26000 of 100000 cu.
    #expect(field("ic-uas", in: page) == .text("20-29"))
    // 30 of 80 lots are 37.5%.
    #expect(field("stock", in: page) == .text("30-39"))
    #expect(field("output", in: page) == nil)
    #expect(text(page).contains("technology aut 0-9, sen 40-49"))
    #expect(!text(page).contains("45.00") && !text(page).contains("46.30"))
    // Reputation, political capital and security rating are public.
    #expect(field("rep", in: page) == .integer(5_500) && field("sec", in: page) == .integer(7_000))
    // One's own page is exact.
    #expect(field("tr-sen", in: play.page(of: 1, for: "cael")) == .integer(4_630))
  }

  @Test("With strict fog nothing of others is shown but what is public")
  func strict() throws {
    let page = try SmallPlay(fog: .strict).page(of: 2, for: "cael")
    #expect(field("tr-sen", in: page) == nil && field("gap", in: page) == nil)
    #expect(field("stock", in: page) == nil && field("ic-uas", in: page) == nil)
    #expect(field("sec", in: page) == .integer(7_000))
    #expect(text(page).contains("sen unknown"))
  }

  @Test("Formal treaties stand apart from the groups that are found")
  func treaties() throws {
    let page = try SmallPlay(fog: .bands).state.groupsPage(for: SeatID(state: "cael", role: "head"))
    let treaties = page.lines.filter { $0.fields.contains { $0.name == "treaty" } }
    #expect(treaties.count == 3)
    #expect(treaties[0].text.hasPrefix("Treaty aster,cael: formal, not counted in groups"))
    #expect(page.fields.first { $0.name == "groups" }?.value == .integer(0))
  }
}
