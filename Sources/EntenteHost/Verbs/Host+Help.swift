import EntenteModel
import EntenteSession
import EntenteWire

// HELP is printed from the tables that do the work: verbs, clauses, orders.
extension Host {
  func help(_ call: Call) throws(WireError) {
    guard let topic = call.word(0)?.lowercased() else {
      return call.answer(overview(for: call.connection), from: self)
    }
    let page = try self.page(on: topic, call.word(1)?.lowercased(), for: call.connection)
    guard let scenario = call.connection.session?.state.scenario else {
      return call.answer(page, from: self)
    }
    let names = ExampleNames(scenario, own: call.connection.seat?.state)
    call.answer(names.spoken(page), from: self)
  }

  private func page(
    on topic: String, _ keyword: String?, for connection: HostConnection
  ) throws(WireError) -> Page {
    if topic == "terms" { return termsHelp(in: connection.session) }
    if topic == "orders" || topic == "order" {
      guard let keyword else { return ordersHelp(in: connection.session) }
      guard let order = OrderKeyword(rawValue: keyword) else {
        throw WireError(
          noSuch: "order", keyword,
          near: NearestWord.find(keyword, among: OrderKeyword.allCases.map(\.rawValue)))
      }
      return Self.help(on: order)
    }
    if let verb = VerbTable.find(topic.uppercased()) {
      var page = Self.help(on: verb)
      if verb.name == "WHY" {
        page.lines += Self.figures(in: connection.session?.state.scenario)
      }
      return page
    }
    if let group = Verb.Group(rawValue: topic) {
      var page = Page(text: "HELP verb tells more, with lines to type.")
      addVerbs(of: group, to: &page) { _ in true }
      return page
    }
    if let kind = ClauseKind(rawValue: topic) {
      return Self.help(on: kind)
    }
    if let keyword = OrderKeyword(rawValue: topic) {
      return Self.help(on: keyword)
    }
    let topics =
      VerbTable.verbs.map { $0.name.lowercased() } + ClauseKind.allCases.map(\.rawValue)
      + OrderKeyword.allCases.map(\.rawValue) + ["terms", "orders"]
    throw WireError(
      noSuch: "topic", topic, near: NearestWord.find(topic, among: topics))
  }

  private func addVerbs(
    of group: Verb.Group, to page: inout Page, where isListed: (Verb) -> Bool
  ) {
    page.lines.append(Page.Line([Page.Field("group", group.rawValue)], "-- \(group.rawValue)"))
    for verb in VerbTable.verbs where verb.group == group && isListed(verb) {
      page.lines.append(
        Page.Line(
          [Page.Field("verb", verb.name)], "\(Shown.padded(verb.name, 10)) \(verb.summary)"))
    }
  }

  private func overview(for connection: HostConnection) -> Page {
    var page = Page()
    let isStranger = connection.identity == .stranger
    if isStranger {
      page.lines = [
        Page.Line([], "You have a code: JOIN code=XXXX-XXXX name=\"Your name\""),
        Page.Line([], "You have a token: AUTH token=…  and then JOIN session"),
      ]
    }
    var isFacilitator = false
    if case .facilitator = connection.identity { isFacilitator = true }
    let isEvaluator = !isFacilitator && connection.seat?.isOfWhiteCell == true
    for group in Verb.Group.allCases where isFacilitator || isEvaluator || group != .facilitator {
      addVerbs(of: group, to: &page) { !isEvaluator || $0.access != .facilitator }
    }
    page.text =
      "STATUS says what you can do now. HELP verb, HELP terms, HELP orders and HELP with a clause "
      + "or an order tell more."
    return page
  }

  private static func help(on verb: Verb) -> Page {
    var page = Page(text: verb.summary)
    page.fields = [Page.Field("verb", verb.name)]
    page.lines = [Page.Line([Page.Field("usage", verb.usage)], verb.usage)]
    page.lines += verb.examples.map { Page.Line([Page.Field("example", $0)], "for example: \($0)") }
    if verb.isJournalled {
      page.lines.append(
        Page.Line([], "@key=word in front makes it safe to repeat: it happens once."))
    }
    return page
  }

  /// The figures WHY takes apart: `tr:STATE:DOMAIN`, and in a session what may stand in each place.
  private static func figures(in scenario: Scenario?) -> [Page.Line] {
    var lines = FigureWord.allCases.map { word in
      let places = word.objects.map { ":" + $0.noun.uppercased() }.joined()
      return Page.Line(
        [
          Page.Field("figure", word.rawValue),
          Page.Field("places", word.objects.map(\.rawValue).joined(separator: ",")),
        ], "\(word.rawValue)\(places): \(word.meaning)")
    }
    guard let scenario else { return lines }
    lines += FigureObject.Kind.allCases.map { kind in
      let words = FigureObject.words(as: kind, in: scenario)
      return Page.Line(
        [Page.Field("place", kind.rawValue), Page.Field("words", words.joined(separator: ","))],
        "\(kind.noun.uppercased()): \(words.prefix(8).joined(separator: ", "))"
          + (words.count > 8 ? " …" : ""))
    }
    return lines
  }

  private func termsHelp(in session: LiveSession?) -> Page {
    var page = Page(text: "HELP with a clause shows its parameters.")
    let words = [
      "Terms are clauses with ; between them: exercise intensity=2; acsa",
      "Some clauses bind all alike; others go from giver to receiver: dorn>aster licprod …",
      "aster+cael acsa binds a part of the parties.",
      "Numbers carry their unit: 50%, 3m or 500k; lots and turns are bare: 12.",
      "Last may stand: purpose, visibility, entry, accession, gov, term, title.",
      "For example: PROPOSE borea : borea>cael offtake programme=lantern lots=12; term duration=4",
    ]
    page.lines = words.map { Page.Line([], $0) }
    let menu = session?.state.scenario.parameters.clauses ?? ClauseKind.allCases
    for kind in ClauseKind.allCases where menu.contains(kind) {
      page.lines.append(
        Page.Line([Page.Field("clause", kind.rawValue)], Self.headline(of: kind)))
    }
    return page
  }

  private static func headline(of kind: ClauseKind) -> String {
    let entry = kind.entry
    let classes =
      entry.giverClass == entry.receiverClass
      ? entry.giverClass.rawValue.uppercased()
      : "\(entry.giverClass.rawValue)/\(entry.receiverClass.rawValue)".uppercased()
    let side = kind.isMutual ? "binds all" : "from>to"
    let parameters = entry.parameters.map { $0.isRequired ? "\($0.name)=…" : "[\($0.name)=…]" }
    return "\(Shown.padded(kind.rawValue, 10)) \(side), class \(classes): "
      + parameters.joined(separator: " ")
  }

  private static func help(on kind: ClauseKind) -> Page {
    var page = Page(text: kind.entry.summary)
    page.fields = [
      Page.Field("clause", kind.rawValue), Page.Field("number", kind.number),
      Page.Field("family", kind.family?.rawValue ?? ""),
    ]
    page.lines = [Page.Line([], headline(of: kind))]
    if let order = OrderKeyword(rawValue: kind.rawValue) {
      page.lines.append(
        Page.Line(
          [Page.Field("order", order.rawValue)],
          "This is the clause, which works as long as a deal runs. The order of the same name, for "
            + "one turn: HELP ORDER \(order.rawValue)"))
    }
    for parameter in kind.entry.parameters {
      page.lines.append(
        Page.Line(
          [Page.Field("parameter", parameter.name)],
          "\(parameter.name): \(parameter.summary)"
            + (parameter.isRequired ? " Must be written." : "")))
    }
    return page
  }

  private func ordersHelp(in session: LiveSession?) -> Page {
    var page = Page(text: "HELP with an order shows its parameters.")
    let menu =
      session.map { OrderLanguage.menu(of: $0.state.exercise) }
      ?? OrderCatalogue.entries.map(\.keyword)
    for group in OrderSpec.Group.allCases {
      let specs = menu.map(OrderCatalogue.entry).filter { $0.group == group }
      if specs.isEmpty { continue }
      page.lines.append(Page.Line([Page.Field("group", group.rawValue)], "-- \(group.rawValue)"))
      for spec in specs {
        page.lines.append(
          Page.Line(
            [Page.Field("order", spec.keyword.rawValue)],
            "\(Shown.padded(spec.keyword.rawValue, 16)) \(spec.summary) ORDER \(spec.example)"))
      }
    }
    return page
  }

  private static func help(on keyword: OrderKeyword) -> Page {
    let spec = OrderCatalogue.entry(keyword)
    var page = Page(text: spec.summary)
    page.fields = [Page.Field("order", keyword.rawValue), Page.Field("group", spec.group.rawValue)]
    page.lines = [Page.Line([Page.Field("example", spec.example)], "ORDER \(spec.example)")]
    if let clause = ClauseKind(rawValue: keyword.rawValue) {
      page.lines.append(
        Page.Line(
          [Page.Field("clause", clause.rawValue)],
          "This is the order, for one turn and without a deal. The clause of the same name, which "
            + "works as long as a deal runs: HELP \(clause.rawValue)"))
    }
    for parameter in spec.parameters {
      page.lines.append(
        Page.Line(
          [Page.Field("parameter", parameter.name)],
          "\(parameter.name): \(parameter.summary)"
            + (parameter.isRequired ? " Must be written." : "")))
    }
    return page
  }
}
