import EntenteModel
import EntenteSession
import EntenteWire

// The one place that turns a refusal into a reply line.
extension WireError {
  init(_ refusal: Refusal) {
    switch refusal {
    case .notNow(let phase, let need, let sentence):
      self.init(.notNow, [WireField("phase", phase), WireField("need", need)], sentence)
    case .forbidden(let need, let sentence):
      self.init(.forbidden, [WireField("need", need)], sentence)
    case .noSuch(let what, let id, let near):
      self.init(noSuch: what, id, near: near)
    case .notAMember:
      self.init(
        .notMember, [], "You are in no seat here. JOIN code=… takes one, AUTH token=… resumes.")
    case .badArgument(let name, let value, let allowed):
      self.init(
        .badArgument, [WireField("argument", name), WireField("value", WireError.echo(value))],
        value.isEmpty
          ? "\(name) is missing: \(allowed)."
          : "\"\(WireError.echo(value))\" does not fit for \(name): "
            + "\(allowed.hasSuffix(".") ? String(allowed.dropLast()) : allowed).")
    case .stale(let what, let given, let current):
      self.init(
        .stale,
        [WireField("what", what), WireField("given", given), WireField("current", current)],
        "This is \(what) \(given), and \(current) is the current one. Look again, then repeat with "
          + "@\(what)=\(current).")
    case .rule(let rule): self.init(rule)
    case .dealClosed(let deal, let status):
      self.init(
        .dealClosed, [WireField("deal", deal.text), WireField("status", status)],
        "\(deal) is \(status); it can no longer be changed. PROPOSE makes a new one.")
    case .already(let what, let sentence):
      self.init(.already, [WireField("what", what)], sentence)
    case .limit(let what, let value, let limit):
      self.init(
        .limit, [WireField("what", what), WireField("value", value), WireField("limit", limit)],
        "There are \(value) \(what), and \(limit) is the limit.")
    }
  }

  /// 410: not there, or not to be seen, which answers the same.
  init(noSuch what: String, _ id: String, near: String?) {
    let hint = near.map { " Did you mean \($0)?" } ?? ""
    self.init(
      .noSuch,
      [WireField("what", what), WireField("id", WireError.echo(id))]
        + (near.map { [WireField("near", $0)] } ?? []),
      "There is no \(what) \"\(WireError.echo(id))\" here.\(hint)")
  }

  /// A no of the rules: 600 with its name and numbers, 409 for a stale revision.
  init(_ rule: RuleRefusal) {
    let fields =
      (rule.clause.map { [WireField("clause", $0.text)] } ?? [])
      + rule.fields.map {
        WireField($0.name, Int($0.value).map(WireValue.int) ?? .string($0.value))
      }
    if rule.name == .staleRevision {
      self.init(.stale, fields, rule.sentence)
    } else {
      self.init(.rule, [WireField("refusal", rule.name.rawValue)] + fields, rule.sentence)
    }
  }
}
