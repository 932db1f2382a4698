import EntenteJSON
package import EntenteModel

extension CanonicalDeal {
  /// The deal in the JSON `text`, defaults filled in, or everything that is wrong with it. Where
  /// `parties` is nil the text names them; else it must name the same or none.
  package static func parse(
    _ text: String, parties: [StateID]?, vocabulary: Vocabulary,
    source: TermsSource = .line(column: 1)
  ) -> (text: DealText?, findings: [TermsFinding]) {
    let map = JSONPlaces(text: text, source: source)
    let value: JSONValue
    do {
      value = try JSONValue.parse(text, limits: limits)
    } catch {
      let place = map.place(ofByte: error.offset)
      var sentence = error.sentence
      if sentence.last == "." { sentence.removeLast() }
      return (nil, [TermsFinding(.badJSON, at: place, near: map.near(error.offset), sentence)])
    }
    var reader = DealJSONReader(start: map.start)
    let statements = reader.statements(value)
    let agreed = reader.parties(value, among: parties, vocabulary)
    let read = TermsReader.read(statements, parties: agreed, vocabulary: vocabulary)
    var findings = reader.findings + read.findings
    if findings.isEmpty, read.text.clauses.isEmpty { findings = [TermsParser.empty(at: map.start)] }
    if findings.isEmpty { return (read.text, []) }
    return (nil, TermsParser.sorted(map.located(findings)))
  }

  /// The deal in canonical bytes that were checked when they were written; nil if they are no deal.
  package static func stored(_ bytes: [UInt8]) -> DealText? {
    parse(String(decoding: bytes, as: UTF8.self), parties: nil, vocabulary: .anyName).text
  }

  /// Eight levels hold every deal twice over; a body has at most 64 KiB.
  private static let limits = JSONLimits(depth: 8, bytes: 65_536)
}
