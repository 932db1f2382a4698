import EntenteJSON
import EntenteModel

extension TermsPrinter {
  /// The headers that differ from their defaults, in their one order.
  static func headers(_ text: DealText, _ printer: ValuePrinter) -> [String] {
    let gov = parameters(text.governance.parameters, .gov, text.parties, printer)
    let term = parameters(text.term.parameters, .term, text.parties, printer)
    return [
      text.purpose == .enhance ? nil : "purpose \(text.purpose.rawValue)",
      visibility(text.visibility),
      entry(text.entry),
      accession(text.accession),
      gov.isEmpty ? nil : "gov " + gov.joined(separator: " "),
      term.isEmpty ? nil : "term " + term.joined(separator: " "),
      text.title.isEmpty ? nil : "title \(JSONValue.string(text.title).canonicalText)",
    ].compactMap { $0 }
  }

  private static func visibility(_ visibility: DealVisibility) -> String? {
    switch visibility {
    case .parties: nil
    case .public: "visibility public"
    case .secret(let until): "visibility secret until=\(until)"
    }
  }

  private static func entry(_ entry: EntryRule) -> String? {
    switch entry {
    case .all: nil
    case .of(let count): "entry of count=\(count)"
    case .lead(let state, let plus): "entry lead state=\(state) plus=\(plus)"
    }
  }

  private static func accession(_ accession: AccessionRule) -> String? {
    switch accession {
    case .closed: return nil
    case .unanimity: return "accession unanimity"
    case .majority: return "accession majority"
    case .open(let security, let values, let fee):
      let numbers = [security.value, values.value, fee.value]
      let written = zip(HeaderReader.openAccession, numbers).compactMap { spec, number in
        number == 0
          ? nil : " \(spec.name)=" + (NumberUnit(spec.type) ?? .int).printed(number)
      }
      return "accession open" + written.joined()
    }
  }
}
