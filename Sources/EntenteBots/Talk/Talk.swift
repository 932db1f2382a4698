import EntenteModel
import EntenteSession

/// The sentences of bots: a fixed catalogue, with the reasons that weigh most and whole points.
enum Talk {
  /// Columns a sentence fills at most.
  static let columnsMax = 100
  /// Reasons named in a sentence at most.
  static let reasonsMax = 3

  /// With a signature.
  static func signing(_ appraisal: Appraisal) -> String {
    sentence("We sign: ", appraisal, ".")
  }

  /// With a yes to a change of a deal.
  static func agreeing(_ appraisal: Appraisal) -> String {
    sentence("We agree: ", appraisal, ".")
  }

  /// With a redline.
  static func countering(_ candidate: Candidate, _ appraisal: Appraisal) -> String {
    sentence("With \(candidate.change) we sign: ", appraisal, ".")
  }

  /// With a no.
  static func rejecting(_ appraisal: Appraisal) -> String {
    if let line = appraisal.crossed { return line.sentence }
    if let refusal = appraisal.refusals.first { return bar(refusal) }
    if appraisal.lacksCapital {
      return "We could not ratify it: our political capital is promised or spent."
    }
    return sentence("We pass: ", appraisal, "; that is not enough for us.")
  }

  /// The short cause that stands in the rejection itself.
  static func cause(_ appraisal: Appraisal) -> String {
    if appraisal.crossed != nil { return "It crosses a line of ours." }
    if !appraisal.refusals.isEmpty { return "We cannot sign it as things stand." }
    if appraisal.lacksCapital { return "We could not ratify it." }
    return "It gives us too little."
  }

  /// To any other message.
  static func answer(_ doctrine: Doctrine, _ view: SeatView) -> String {
    "We look for \(doctrine.weights.first.aim). \(obstacle(doctrine, view))"
  }

  // MARK: parts

  /// What stands in the way most: capital, else the first red line, else trust.
  private static func obstacle(_ doctrine: Doctrine, _ view: SeatView) -> String {
    let capital = view.world.states[view.index].politicalCapital
    let usual = RatificationCost.evaluate(
      RatificationCost.Input(ratificationClass: .c, threat: 0, commonPartners: 0))
    if capital - usual < RatificationCost.reserve {
      return "At home we have little capital left."
    }
    return doctrine.redLines.first?.sentence ?? "We sign with those who keep their word."
  }

  /// Why the rules bar a signature, without figures that are the state's own.
  private static func bar(_ refusal: RuleRefusal) -> String {
    switch refusal.name {
    case .treasuryTooLow: "We cannot sign it now: the money for it is not there this turn."
    case .securityTooLow: "We cannot sign it now: the security of one of us is too low for it."
    case .trustTooLow: "We cannot sign it now: there is too little trust for it."
    case .valuesTooFar: "We cannot sign it now: our values are too far apart for it."
    case .noIPConsent: "We cannot sign it: the owner of the design has not consented."
    case .belowMinimumQuantity: "We cannot sign it: too few lots are ordered for another line."
    case .capacityTooLow: "We cannot sign it: the capacity for such a line is not there."
    case .noLine: "We cannot sign it: there is no line that could deliver."
    default: "We cannot sign it as things stand: \(refusal.name.rawValue)."
    }
  }

  /// Lead, balance and end, with as many reasons as fit.
  private static func sentence(_ lead: String, _ appraisal: Appraisal, _ end: String) -> String {
    let reasons = Array(appraisal.reasons.prefix(reasonsMax))
    for count in stride(from: reasons.count, to: 0, by: -1) {
      let text = lead + balance(Array(reasons.prefix(count))) + end
      if text.count <= columnsMax { return text }
    }
    return lead + "it changes little for us."
  }

  /// "it gives us 6 points of security, but costs 1 of technology".
  private static func balance(_ reasons: [Appraisal.Part]) -> String {
    let gains = reasons.filter { $0.change > 0 }
    let costs = reasons.filter { $0.change < 0 }
    if gains.isEmpty { return "it costs us " + list(costs, unit: true) }
    let given = "it gives us " + list(gains, unit: true)
    return costs.isEmpty ? given : given + ", but costs " + list(costs, unit: false)
  }

  /// The points of some interests; with `unit` the first says that points are counted.
  private static func list(_ parts: [Appraisal.Part], unit: Bool) -> String {
    let items = parts.enumerated().map { place, part -> String in
      let points = rdiv(abs(part.change), 100)
      let counted = unit && place == 0 ? points == 1 ? " point" : " points" : ""
      return "\(points)\(counted) of \(part.interest.words)"
    }
    return items.count < 2
      ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
  }
}
