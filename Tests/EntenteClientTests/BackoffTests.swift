import EntenteClient
import Testing

@Suite("Backoff") struct BackoffTests {
  @Test(
    "the first wait is about half a second, each next one double, and ten seconds are the end",
    arguments: [(1, 500), (2, 1000), (3, 2000), (4, 4000), (5, 8000), (6, 10_000), (60, 10_000)])
  func doubling(attempt: Int, plain: Int) {
    let chances: [UInt32] = [0, 1, 77, 400, 65_537, .max]
    let waits = chances.map { Backoff().delay(attempt: attempt, chance: $0) }
    for wait in waits {
      #expect(wait >= plain - plain / 5)
      #expect(wait <= min(10_000, plain + plain / 5))
    }
    #expect(Set(waits).count > 1, "there is some chance in it")
  }

  @Test("no wait at all stays none")
  func none() {
    #expect(Backoff(first: 0, max: 0).delay(attempt: 9, chance: 7) == 0)
  }
}
