import EntenteModel

// What people ask and write down beside the play.
extension SessionState {
  /// Open tickets of one delegation: more is noise that hides the urgent one.
  package static let openTicketLimit = 10
  /// Figures a state may predict a turn.
  package static let predictionLimit = 2

  func decideDesk(
    _ command: DeskCommand, by actor: Actor, seat: SeatID, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    switch command {
    case .ask(let kind, let deal, let text):
      return try decideAsk(kind, deal: deal, text, seat: seat)
    case .predict(let figure, let value): return try decidePredict(figure, value, seat: seat)
    case .journal(let text): return try decideJournal(text, seat: seat)
    case .answerSurvey(let question, let text):
      return try decideSurvey(question, text, by: actor, seat: seat)
    case .confer, .invite, .closeConference:
      return try decideConference(command, seat: seat, at: time)
    default:
      guard seat == .facilitator || (seat.isOfWhiteCell && command.isForEvaluators) else {
        throw .forbidden(need: "facilitator", sentence: "Only the facilitator can do this.")
      }
      return try decideWhiteCell(command, by: actor, at: time, rules: rules)
    }
  }

  private func decideAsk(
    _ kind: Ticket.Kind, deal: DealID?, _ text: String, seat: SeatID
  ) throws(Refusal) -> [Event] {
    guard let state = seat.state else {
      throw .forbidden(need: "state", sentence: "Tickets come from teams; ANNOTATE takes notes.")
    }
    guard !text.isEmpty else {
      throw .badArgument(name: "text", value: "", allowed: "your question after the colon")
    }
    if let deal { _ = try offer(deal, for: state) }
    if kind == .dispute, deal == nil {
      throw .badArgument(
        name: "deal", value: "", allowed: "the deal of the dispute: ASK kind=dispute deal=D-… :why")
    }
    let mine = whiteCell.cases.filter { $0.ticket.seat.state == state }
    let open = mine.count { $0.isOpen }
    guard open < Self.openTicketLimit else {
      throw .limit(what: "open tickets", value: open, limit: Self.openTicketLimit)
    }
    let ticket = Ticket(
      id: "\(state)-q\(mine.count + 1)", kind: kind, seat: seat, deal: deal, text: text)
    return [Event(.states([state]), .desk(.ticketOpened(ticket)))]
  }

  private func decideJournal(_ text: String, seat: SeatID) throws(Refusal) -> [Event] {
    guard let state = seat.state else {
      throw .forbidden(need: "state", sentence: "A journal is a team's; ANNOTATE takes your notes.")
    }
    guard may(seat, .journal) else {
      throw .forbidden(
        need: "journal", sentence: "The seat \(seat) does not keep the journal of \(state).")
    }
    guard !text.isEmpty else {
      throw .badArgument(name: "text", value: "", allowed: "a page after the colon, or <<")
    }
    return [
      Event(.states([state]), .desk(.journalWritten(JournalPage(seat: seat, text: text))))
    ]
  }

  private func decidePredict(
    _ figure: String, _ value: String, seat: SeatID
  ) throws(Refusal) -> [Event] {
    guard let state = seat.state, let own = scenario.index(of: state) else {
      throw .forbidden(need: "state", sentence: "Predictions are made by teams.")
    }
    guard status == .running else {
      throw .notNow(
        phase: status.rawValue, need: "running", sentence: "Predictions are made while you play.")
    }
    guard may(seat, .predict) else {
      throw .forbidden(
        need: "predict", sentence: "The seat \(seat) does not predict for \(state).")
    }
    let name = try predictable(figure, reader: own)
    guard let number = Self.number(value, in: name.word.unit) else {
      throw .badArgument(
        name: "value", value: value, allowed: "a number, such as \(Self.example(of: name.word))")
    }
    // In review the turn is decided; what comes next is the next one.
    let turn = world.turn > self.turn ? self.turn + 1 : self.turn
    guard turn <= scenario.parameters.turns else {
      throw .notNow(
        phase: phase.rawValue, need: "a next turn", sentence: "The last turn is played.")
    }
    let prediction = Prediction(
      state: state, figure: name.text(in: scenario), value: number, turn: turn)
    let others = whiteCell.predictions.filter {
      $0.state == state && $0.turn == turn && $0.figure != prediction.figure
    }
    guard others.count < Self.predictionLimit else {
      throw .limit(
        what: "predictions for turn \(turn) (\(others.map(\.figure).joined(separator: ", ")))",
        value: others.count, limit: Self.predictionLimit)
    }
    return [Event(.states([state]), .desk(.predictionMade(prediction)))]
  }

  /// A figure that can be predicted: those scores are made of, whoever they belong to.
  private func predictable(_ typed: String, reader: Int) throws(Refusal) -> FigureName {
    let words: [FigureWord] = [.gap, .rdy, .lat, .pc, .rep, .nat, .leak, .unitCost, .groups]
    let own: [FigureWord] = [.rdy, .lat, .pc, .rep, .nat]
    let allowed = "gap[:STATE], rdy, lat, pc, rep, nat, leak:PROGRAMME, unit-cost:PROGRAMME, groups"
    let name: FigureName
    do {
      name = try FigureName(typed, reader: reader, in: scenario)
    } catch {
      throw .badArgument(name: "figure", value: typed, allowed: error.sentence)
    }
    let isOwn = name.objects.first == .state(reader)
    guard words.contains(name.word), isOwn || !own.contains(name.word) else {
      throw .badArgument(name: "figure", value: typed, allowed: allowed)
    }
    guard isPredictable(name, for: scenario.states[reader].id) else {
      throw .badArgument(
        name: "figure", value: typed,
        allowed: "a figure that you see exactly: what is compared at the end would tell it")
    }
    return name
  }

  /// Whether a state may be told what the figure was at the end of the turn.
  func isPredictable(_ name: FigureName, for state: StateID) -> Bool {
    Figures.isVisible(name, to: scenario.index(of: state), in: world, scenario: scenario)
  }

  /// A number as people type it: what the screen shows as 46.50 is 46.5, money carries its unit.
  static func number(_ typed: String, in unit: FigureUnit) -> Int? {
    let isBare = typed.last.map { $0.isASCII && $0.isWholeNumber } ?? false
    switch unit {
    case .points: return UnitText.read(isBare ? typed + "%" : typed, unit: "bp")
    case .money: return isBare ? nil : UnitText.read(typed, unit: "$k")
    case .lots: return UnitText.read(isBare ? typed + "lots" : typed, unit: "mU")
    case .capacity: return UnitText.read(typed, unit: "cu")
    case .days: return UnitText.read(typed, unit: "days")
    case .count: return UnitText.read(typed, unit: "count")
    }
  }

  private static func example(of word: FigureWord) -> String {
    switch word.unit {
    case .points: "46.5"
    case .money: "4.2m"
    default: "3"
    }
  }

  private func decideSurvey(
    _ question: Int, _ text: String, by actor: Actor, seat: SeatID
  ) throws(Refusal) -> [Event] {
    guard case .member(let member) = actor else {
      throw .forbidden(need: "member", sentence: "The survey is for the people who played.")
    }
    guard exercise.survey.indices.contains(question - 1) else {
      throw .badArgument(
        name: "question", value: String(question), allowed: "1 to \(exercise.survey.count)")
    }
    guard !text.isEmpty else {
      throw .badArgument(name: "text", value: "", allowed: "your answer after the colon")
    }
    let answer = SurveyAnswer(member: member, question: question, text: text)
    // Seats are shared; what a person thinks of the class is not.
    return [Event(.facilitator, .desk(.surveyAnswered(answer)))]
  }
}
