import EntenteJSON
import EntenteModel
import EntenteSession

extension EventCoding {
  static func writeTurn(_ fact: Fact, to writer: inout JSONWriter) {
    switch fact {
    case .injectFired(let notice):
      writer.member("from", notice.from)
      writer.member("inject", notice.inject.text)
      writer.list("options", notice.options)
      writer.member("text", notice.text)
      writer.member("title", notice.title)
      if let states = notice.to { writer.list("to", states.lazy.map(\.text)) }
      writer.member("turn", notice.turn)
    case .choiceMade(let inject, let state, let option):
      writer.member("inject", inject.text)
      writer.member("option", option)
      writer.member("state", state.text)
    case .worldSet(let world): writer.coded("world", world)
    case .turnResolved(let line): write(line, to: &writer)
    case .groupFound(let group): write(group, to: &writer)
    case .groupLost(let name, let members):
      writer.member("group", name)
      writer.list("members", members.lazy.map(\.text))
    case .scoreFinal(let score):
      writer.member("collective", score.collective.value)
      writer.member("conduct", score.conduct)
      writer.member("final", score.final.value)
      writer.member("national", score.national.value)
      writer.member("private", score.privateCards)
      writer.member("state", score.state.text)
    default: break
    }
  }

  static func readTurn(
    _ kind: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> Fact? {
    switch kind {
    case "inject.fired": return .injectFired(try readInject(&scanner))
    case "choice.made":
      let inject = InjectID(try scanner.text("inject"))
      let option = try scanner.text("option")
      return .choiceMade(
        inject: inject, state: StateID(try scanner.text("state")), option: option)
    case "world.set": return .worldSet(try scanner.coded("world", as: World.self))
    case "turn.resolved": return .turnResolved(try readReportLine(&scanner))
    case "group.found": return .groupFound(try readGroup(&scanner))
    case "group.lost":
      let name = try scanner.text("group")
      return .groupLost(name: name, members: try scanner.list("members").map { StateID($0) })
    case "score.final": return .scoreFinal(try readScore(&scanner))
    default: return nil
    }
  }

  private static func readInject(_ scanner: inout JSONScanner) throws(JSONError) -> InjectNotice {
    let from = try scanner.text("from")
    let inject = InjectID(try scanner.text("inject"))
    let options = try scanner.list("options")
    let text = try scanner.text("text")
    let title = try scanner.text("title")
    let to = try scanner.key("to") ? try scanner.strings().map { StateID($0) } : nil
    return InjectNotice(
      inject: inject, turn: try scanner.number("turn"), title: title, from: from, text: text,
      options: options, to: to)
  }

  private static func write(_ line: ReportLine, to writer: inout JSONWriter) {
    writer.member("after", ifPresent: line.after)
    writer.member("before", ifPresent: line.before)
    writer.member("figure", ifPresent: line.figure)
    writer.member("of", line.of)
    writer.member("part", line.part)
    writer.member("text", line.text)
    writer.member("turn", line.turn)
  }

  private static func readReportLine(_ scanner: inout JSONScanner) throws(JSONError) -> ReportLine {
    let after = try scanner.optionalNumber("after")
    let before = try scanner.optionalNumber("before")
    let figure = try scanner.optionalText("figure")
    let count = try scanner.number("of")
    let part = try scanner.number("part")
    let text = try scanner.text("text")
    return ReportLine(
      turn: try scanner.number("turn"), part: part, of: count, figure: figure, before: before,
      after: after, text: text)
  }

  private static func write(_ group: GroupNotice, to writer: inout JSONWriter) {
    writer.member("formation", group.formation.value)
    writer.member("group", group.name)
    writer.list("labels", group.labels)
    writer.member("management", group.management.value)
    writer.list("members", group.members.lazy.map(\.text))
    writer.member("quadrant", group.quadrant)
    writer.member("salience", group.salience.value)
  }

  private static func readGroup(_ scanner: inout JSONScanner) throws(JSONError) -> GroupNotice {
    let formation = BasisPoints(try scanner.number("formation"))
    let name = try scanner.text("group")
    let labels = try scanner.list("labels")
    let management = BasisPoints(try scanner.number("management"))
    let members = try scanner.list("members").map { StateID($0) }
    let quadrant = try scanner.text("quadrant")
    return GroupNotice(
      name: name, members: members, quadrant: quadrant, labels: labels, formation: formation,
      management: management, salience: BasisPoints(try scanner.number("salience")))
  }

  private static func readScore(_ scanner: inout JSONScanner) throws(JSONError) -> ScoreNotice {
    let collective = BasisPoints(try scanner.number("collective"))
    let conduct = try scanner.number("conduct")
    let final = BasisPoints(try scanner.number("final"))
    let national = BasisPoints(try scanner.number("national"))
    let privateCards = try scanner.number("private")
    return ScoreNotice(
      state: StateID(try scanner.text("state")), national: national, privateCards: privateCards,
      conduct: conduct, final: final, collective: collective)
  }
}
