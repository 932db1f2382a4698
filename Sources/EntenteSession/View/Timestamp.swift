/// Points in time as text, without a calendar library: the pure rooms have none.
package enum Timestamp {
  /// RFC 3339 in UTC with whole seconds: `2026-11-21T14:20:00Z`. `milliseconds` since the epoch.
  package static func text(_ milliseconds: Int) -> String {
    let seconds = fdivide(milliseconds, 1000)
    let days = fdivide(seconds, 86_400)
    let clock = seconds - days * 86_400
    let (year, month, day) = civil(days: days)
    return "\(year)-\(two(month))-\(two(day))T\(two(clock / 3600)):\(two(clock / 60 % 60)):"
      + "\(two(clock % 60))Z"
  }

  /// Howard Hinnant's days-to-civil for the proleptic Gregorian calendar.
  private static func civil(days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = fdivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func fdivide(_ dividend: Int, _ divisor: Int) -> Int {
    dividend >= 0 ? dividend / divisor : -((-dividend + divisor - 1) / divisor)
  }
}
