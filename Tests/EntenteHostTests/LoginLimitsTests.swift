import EntenteWire
import Testing

@testable import EntenteHost

@Suite("LoginLimits") struct LoginLimitsTests {
  @Test("five wrong tries a minute are free for an address, then the wait doubles")
  func oneAddress() {
    var limits = LoginLimits()
    for _ in 0..<WireLimits.wrongCodesPerMinuteAndAddress { limits.failed("a", at: 0) }
    #expect(limits.wait(for: "a", at: 0) == 0)
    var now = 0
    var waits: [Int] = []
    for _ in 0..<11 {
      limits.failed("a", at: now)
      waits.append(limits.wait(for: "a", at: now))
      now += waits.last ?? 0
    }
    // A minute later there are five again, and then the wait goes on from where it was.
    #expect(waits == [2, 4, 8, 16, 32, 0, 0, 0, 0, 0, 64].map { $0 * 1000 })
    #expect(limits.wait(for: "b", at: 0) == 0)
  }

  @Test("thirty a minute are the end for all together, from wherever they come")
  func everybody() {
    var limits = LoginLimits()
    for guess in 0..<WireLimits.wrongCodesPerMinuteAndSession {
      limits.failed("address \(guess)", at: guess)
    }
    #expect(limits.wait(for: "somebody else", at: 30) == 0)
    limits.failed("one more", at: 30)
    #expect(limits.wait(for: "somebody else", at: 30) == 2000)
  }

  @Test("who was quiet for long enough begins anew")
  func forgiving() {
    var limits = LoginLimits()
    for _ in 0..<7 { limits.failed("a", at: 0) }
    #expect(limits.wait(for: "a", at: 0) == 4000)
    #expect(limits.wait(for: "a", at: 4000) == 0)
    for _ in 0..<5 { limits.failed("a", at: 70_000) }
    #expect(limits.wait(for: "a", at: 70_000) == 0)
    limits.failed("a", at: 70_000)
    #expect(limits.wait(for: "a", at: 70_000) == 2000)
  }
}
