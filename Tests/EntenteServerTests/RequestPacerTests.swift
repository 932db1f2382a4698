import EntenteWire
import NIOCore
import Testing

@testable import EntenteServer

struct RequestPacerTests {
  private let start = NIODeadline.uptimeNanoseconds(5_000_000_000)

  private func drained() -> RequestPacer {
    var pacer = RequestPacer(at: start)
    for _ in 0..<WireLimits.bucketRequests { _ = pacer.next(at: start) }
    return pacer
  }

  @Test("a burst of a full bucket runs at once, the next request waits for its refill")
  func burst() {
    var pacer = RequestPacer(at: start)
    for _ in 0..<WireLimits.bucketRequests { #expect(pacer.next(at: start) == .run) }
    #expect(pacer.next(at: start) == .wait(.milliseconds(200)))
  }

  @Test("five requests a second go on for ever")
  func steady() {
    var pacer = drained()
    for second in 1...100 {
      let now = start + .seconds(Int64(second))
      for _ in 0..<WireLimits.bucketRequestsPerSecond { #expect(pacer.next(at: now) == .run) }
      pacer.caughtUp()
    }
  }

  @Test("who pushes without a break for two seconds is refused, and told when to come back")
  func push() {
    var pacer = drained()
    #expect(pacer.next(at: start) == .wait(.milliseconds(200)))
    let later = start + .seconds(2)
    for _ in 0..<10 { #expect(pacer.next(at: later) == .run) }
    #expect(pacer.next(at: later) == .refuse(retrySeconds: 9))
  }

  @Test("having caught up ends the pushing: the next request waits again")
  func caughtUp() {
    var pacer = drained()
    _ = pacer.next(at: start)
    let later = start + .seconds(2)
    for _ in 0..<10 { _ = pacer.next(at: later) }
    pacer.caughtUp()
    #expect(pacer.next(at: later) == .wait(.milliseconds(200)))
  }

  @Test("a long rest fills the bucket and no more")
  func rest() {
    var pacer = drained()
    let later = start + .hours(5)
    for _ in 0..<WireLimits.bucketRequests { #expect(pacer.next(at: later) == .run) }
    #expect(pacer.next(at: later) != .run)
  }
}
