/// Points in time as milliseconds since 1970 in UTC.
package enum PointInTime {
  /// Reads `2026-11-21T14:20:00Z`, the one spelling of the server; nil for anything else.
  package static func milliseconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[4] == bytes[7], bytes[4] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == bytes[16], bytes[13] == UInt8(ascii: ":"),
      bytes[19] == UInt8(ascii: "Z"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
      1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second < 61
    else { return nil }
    let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    return seconds * 1000
  }

  /// `07:12`, or `1:07:12` from an hour on; a time that is over is `00:00`. Parts of a second count
  /// as a whole one.
  package static func left(_ milliseconds: Int) -> String {
    let seconds = max(0, (milliseconds + 999) / 1000)
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    let short = two(seconds / 60 % 60) + ":" + two(seconds % 60)
    return seconds < 3600 ? short : "\(seconds / 3600):" + short
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant's days from civil).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
