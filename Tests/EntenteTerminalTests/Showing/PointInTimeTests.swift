import EntenteTerminal
import Testing

@Suite("PointInTime") struct PointInTimeTests {
  @Test(
    "the server's spelling of a time is read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00Z", 951_825_600_000),
      ("2026-11-21T14:20:00Z", 1_795_270_800_000), ("1969-12-31T23:59:59Z", -1000),
    ])
  func reads(text: String, milliseconds: Int) {
    #expect(PointInTime.milliseconds(text) == milliseconds)
  }

  @Test(
    "anything else is no time",
    arguments: [
      "", "2026-11-21", "2026-11-21T14:20:00+01:00", "2026-13-21T14:20:00Z", "2026/11/21T14:20:00Z",
      "2026-11-21T14:20:00.5Z", "2o26-11-21T14:20:00Z",
    ])
  func refuses(text: String) { #expect(PointInTime.milliseconds(text) == nil) }

  @Test(
    "what is left is told in minutes and seconds",
    arguments: [
      (432_000, "07:12"), (431_001, "07:12"), (0, "00:00"), (-5, "00:00"), (3_661_000, "1:01:01"),
    ])
  func left(milliseconds: Int, text: String) { #expect(PointInTime.left(milliseconds) == text) }
}
