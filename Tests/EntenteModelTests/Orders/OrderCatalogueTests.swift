import EntenteModel
import Testing

@Suite("The order catalogue")
struct OrderCatalogueTests {
  @Test("every keyword has one row, in its group")
  func everyKeyword() {
    let keywords = OrderCatalogue.entries.map(\.keyword)
    #expect(Set(keywords) == Set(OrderKeyword.allCases))
    #expect(keywords.count == OrderKeyword.allCases.count)
    for keyword in OrderKeyword.allCases {
      #expect(OrderCatalogue.entry(keyword).keyword == keyword)
    }
  }

  @Test("budget orders and choices take no action, all others one")
  func actions() {
    for entry in OrderCatalogue.entries {
      let isFree = entry.group == .budget || entry.keyword == .choose
      #expect(entry.actions == (isFree ? 0 : 1), "\(entry.keyword)")
    }
  }

  @Test("rows name their objects among their parameters, and their example begins with the keyword")
  func wellFormed() {
    for entry in OrderCatalogue.entries {
      #expect(entry.object.allSatisfy { entry.parameter($0) != nil }, "\(entry.keyword)")
      #expect(entry.example.hasPrefix(entry.keyword.rawValue))
      #expect(!entry.summary.isEmpty && entry.summary.hasSuffix("."))
      #expect(Set(entry.parameters.map(\.name)).count == entry.parameters.count)
      for parameter in entry.parameters where parameter.isRequired {
        #expect(entry.example.contains("\(parameter.name)="), "\(entry.keyword)")
      }
    }
  }

  @Test("orders always allowed are those no menu may take away")
  func alwaysAllowed() {
    let always = OrderCatalogue.entries.filter(\.isAlwaysAllowed).map(\.keyword)
    #expect(
      Set(always) == [
        .pay, .withhold, .suspendClauses, .resumeClauses, .answerReexport, .choose,
      ])
  }

  @Test("a second order with the same object replaces the first")
  func sameObject() {
    let one = FirstAccord.research("sen", 1_000)
    #expect(OrderCatalogue.isSameObject(one, FirstAccord.research("sen", 9_000)))
    #expect(!OrderCatalogue.isSameObject(one, FirstAccord.research("aut", 1_000)))
    #expect(!OrderCatalogue.isSameObject(one, FirstAccord.invest("sen", 1_000)))
  }
}
