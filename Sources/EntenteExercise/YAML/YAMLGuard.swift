/// A look at the characters of a YAML file before it is parsed. It refuses what could make a small
/// file grow without end, or keep a parser busy: many aliases, deep nesting, keys that are no
/// words. It knows nothing of quotes and judges on the safe side; hand-written packages never meet
/// it.
struct YAMLGuard {
  /// Anchors, and aliases, that one file may have.
  static let aliasesMax = 64
  /// Brackets open at one place.
  static let bracketsMax = 64

  private let file: String
  private var brackets = 0
  private var anchors = 0
  private var aliases = 0
  private var firstAlias: (line: Int, column: Int)?
  private var firstComplexKey: (line: Int, column: Int)?
  private var finding: Finding?

  private init(file: String) { self.file = file }

  /// The first reason not to parse `text`, nil if there is none.
  static func finding(in text: String, file: String) -> Finding? {
    var state = YAMLGuard(file: file)
    let lines = Array(text.utf8).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      state.read(Array(line), number: number + 1)
      if let finding = state.finding { return finding }
    }
    return state.aliasFinding
  }

  /// Aliases only grow where there are anchors; without one, a star is an ordinary character.
  private var aliasFinding: Finding? {
    guard anchors > 0 else { return nil }
    if anchors > Self.aliasesMax || aliases > Self.aliasesMax, let place = firstAlias {
      return Finding(
        .error, file: file, line: place.line, column: place.column, name: "too-many-aliases",
        "A file has at most \(Self.aliasesMax) anchors and aliases; write the values out.")
    }
    if let place = firstComplexKey { return keyFinding(place.line, place.column) }
    return nil
  }

  private mutating func read(_ line: [UInt8], number: Int) {
    for index in line.indices {
      switch line[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        if brackets > Self.bracketsMax {
          finding = Finding(
            .error, file: file, line: number, column: index + 1, name: "too-deep",
            "More than \(Self.bracketsMax) brackets are open here.")
          return
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        if isFollowedByColon(line, index + 1) { noteComplexKey(number, index + 1) }
      case UInt8(ascii: "&") where startsName(line, index): anchors += 1
      case UInt8(ascii: "*") where startsName(line, index):
        aliases += 1
        firstAlias = firstAlias ?? (number, index + 1)
        let end = line[(index + 1)...].firstIndex { !isNamePart($0) } ?? line.endIndex
        if isFollowedByColon(line, end) { noteComplexKey(number, index + 1) }
      case UInt8(ascii: "?") where standsAlone(line, index):
        finding = keyFinding(number, index + 1)
        return
      default: break
      }
    }
  }

  private mutating func noteComplexKey(_ line: Int, _ column: Int) {
    firstComplexKey = firstComplexKey ?? (line, column)
  }

  private func keyFinding(_ line: Int, _ column: Int) -> Finding {
    Finding(
      .error, file: file, line: line, column: column, name: "refused-key",
      "Keys are plain words here, without \"?\", brackets or aliases.")
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether `&` or `*` at `index` can begin an anchor or an alias: a name follows, and no word or
  /// second star comes before.
  private func startsName(_ line: [UInt8], _ index: Int) -> Bool {
    guard index + 1 < line.count, isNamePart(line[index + 1]) else { return false }
    guard index > 0 else { return true }
    let before = line[index - 1]
    return before == UInt8(ascii: "-") || (!isNamePart(before) && before != line[index])
  }

  private func isFollowedByColon(_ line: [UInt8], _ index: Int) -> Bool {
    line[index...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      == UInt8(ascii: ":")
  }

  /// Whether `?` at `index` can begin an explicit key: a blank or the end follows, and only blanks,
  /// dashes or an opening mark come before.
  private func standsAlone(_ line: [UInt8], _ index: Int) -> Bool {
    if index + 1 < line.count, ![0x20, 0x09, 0x0D].contains(line[index + 1]) { return false }
    let before = line[..<index].reversed().drop { $0 == 0x20 || $0 == 0x09 }
    guard let mark = before.first else { return true }
    return "-?:,[{".utf8.contains(mark)
  }
}
