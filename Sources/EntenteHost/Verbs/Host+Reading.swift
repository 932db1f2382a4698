import EntenteModel
import EntenteSession
import EntenteWire

extension Host {
  func statePage(_ call: Call, _ state: SessionState, _ seat: SeatID) throws(WireError) -> Page {
    let own = seat.state.flatMap(state.scenario.index(of:))
    let word = call.word(0)?.lowercased() ?? (own == nil ? "all" : "me")
    if word == "all" {
      var page = Page(text: "STATE me shows your own.")
      for index in state.scenario.states.indices {
        let one = state.statePage(of: index, for: seat)
        page.lines.append(Page.Line([], "\(state.scenario.states[index].label)"))
        page.lines += one.lines.prefix(4)
      }
      return page
    }
    let named = word == "me" ? own : state.scenario.index(of: StateID(word))
    guard let index = named else {
      throw WireError(
        noSuch: "state", word,
        near: NearestWord.find(word, among: state.scenario.states.map(\.id.text)))
    }
    return state.statePage(of: index, for: seat)
  }

  /// The newest 20 events, or those after or before a sequence.
  func history(_ call: Call) throws(WireError) {
    let session = try call.session()
    guard let seat = call.connection.seat else { throw Self.notLoggedIn }
    let newest = session.log.count(for: seat, visible: session.visible)
    let limit = try call.number("limit", in: 1...Self.historyLimit) ?? 20
    let range: ClosedRange<Int>
    if let after = try call.number("after", in: 0...Int(Int32.max)) {
      range = min(after, newest)...min(newest, after + limit)
    } else {
      let before = try call.number("before", in: 1...Int(Int32.max)) ?? newest + 1
      let last = min(newest, before - 1)
      range = max(0, last - limit)...last
    }
    var page = Page(fields: [Page.Field("v", newest)])
    for sequence in range.dropFirst() {
      guard let record = session.log.record(sequence, for: seat), let line = record.event.line
      else { continue }
      page.lines.append(
        Page.Line(
          [Page.Field("v", sequence)]
            + (line.fields.contains { $0.name == "turn" }
              ? [] : [Page.Field("turn", record.turn)])
            + [Page.Field("kind", line.kind)] + line.fields, line.text))
    }
    page.text = "Events \(range.lowerBound + 1) to \(range.upperBound) of \(newest)."
    if page.lines.isEmpty { page.text = "Nothing in that range; the newest event is \(newest)." }
    call.answer(page, from: self)
  }

  /// Events one `HISTORY` gives at most: what a screen scrolls and a queue can hold.
  static var historyLimit: Int { 500 }

  func previewPage(
    _ call: Call, _ state: SessionState, _ seat: SeatID
  ) throws(WireError) -> Page {
    guard seat.state != nil else {
      throw WireError(
        .forbidden, [WireField("need", "state")], "A preview is for a state; take a seat first.")
    }
    let session = try call.session()
    if let typed = call.text {
      let text = try terms(typed, to: try call.requireWord(0, "addressees"), call, state, seat)
      return try WireError.wrap { () throws(Refusal) in
        try state.previewPage(of: text, deal: nil, for: seat, from: &session.previews)
      }
    }
    let deal = DealID(try call.requireWord(0, "a deal").uppercased())
    return try WireError.wrap { () throws(Refusal) in
      try state.previewPage(
        of: deal, revision: call.request.tags.rev, for: seat, from: &session.previews)
    }
  }

  /// `CALC name a=b`: the equations by name, worked out.
  func calculate(_ call: Call) throws(WireError) {
    guard let name = call.word(0) else {
      var page = Page(text: "CALC name argument=value … works one out.")
      for calculation in Calculator.all {
        page.lines.append(
          Page.Line(
            [
              Page.Field("name", calculation.name),
              Page.Field("equation", "\(calculation.equation)"),
            ],
            "\(Shown.padded(calculation.name, 28)) \(calculation.summary)"))
      }
      return call.answer(page, from: self)
    }
    let arguments = call.request.arguments.compactMap { argument in
      argument.name.map { ($0, argument.value) }
    }
    do throws(CalcError) {
      let answer = try CalculatorText.evaluate(name.lowercased(), arguments)
      var page = Page(fields: [Page.Field("name", name.lowercased())])
      page.lines = answer.map {
        Page.Line([Page.Field("name", $0.name)], "\($0.name) = \($0.value)")
      }
      call.answer(page, from: self)
    } catch {
      throw WireError(
        .badArgument,
        [WireField("argument", error.argument)]
          + (error.value.map { [WireField("value", WireError.echo("\($0)"))] } ?? []),
        error.sentence)
    }
  }
}
