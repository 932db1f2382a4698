/// Finds places in JSON as typed. The JSON reader gives bytes and words, people want columns.
struct JSONPlaces {
  private let bytes: [UInt8]
  private let source: TermsSource
  let start: TermsPlace
  /// Only as many findings as a reply carries are looked up.
  private static let lookups = TermsFinding.reportLimit

  init(text: String, source: TermsSource) {
    bytes = [UInt8](text.utf8)
    self.source = source
    start = source.start
  }

  /// The place of the byte at `offset`.
  func place(ofByte offset: Int) -> TermsPlace {
    let before = bytes[..<min(max(offset, 0), bytes.count)]
    guard source == .body else {
      return TermsPlace(column: start.column + String(decoding: before, as: UTF8.self).count)
    }
    let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = String(decoding: lines.last ?? [], as: UTF8.self).count + 1
    return TermsPlace(line: max(lines.count, 1), column: column)
  }

  /// A few characters from the byte at `offset` on.
  func near(_ offset: Int) -> String {
    String(decoding: bytes[min(max(offset, 0), bytes.count)...].prefix(12), as: UTF8.self)
  }

  /// The findings with the places of the words they are about: where each first stands in quotes.
  func located(_ findings: [TermsFinding]) -> [TermsFinding] {
    findings.enumerated().map { index, finding in
      guard index < Self.lookups, !finding.near.isEmpty, finding.place == start,
        let offset = first(Array("\"\(finding.near)\"".utf8))
      else { return finding }
      return finding.moved(to: place(ofByte: offset + 1))
    }
  }

  private func first(_ word: [UInt8]) -> Int? {
    guard bytes.count >= word.count else { return nil }
    return (0...(bytes.count - word.count)).first {
      bytes[$0..<($0 + word.count)].elementsEqual(word)
    }
  }
}
