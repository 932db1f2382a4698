import EntenteWire
import NIOCore
import Testing

@testable import EntenteServer

struct ConnectionWatchTests {
  private let start = NIODeadline.uptimeNanoseconds(5_000_000_000)

  private func after(_ seconds: Int) -> NIODeadline { start + .seconds(Int64(seconds)) }

  private func known() -> ConnectionWatch {
    var watch = ConnectionWatch(at: start)
    watch.isKnown = true
    return watch
  }

  private func code(_ due: ConnectionWatch.Due) -> WireCode? {
    if case .close(let error) = due { error.code } else { nil }
  }

  private let quiet = ConnectionWatch.Standing(sent: 0, written: 0)

  @Test("a stranger has a minute, however much is said")
  func stranger() {
    var watch = ConnectionWatch(at: start)
    watch.hear(at: after(58))
    #expect(watch.due(at: after(59), quiet) == .nothing)
    #expect(code(watch.due(at: after(60), quiet)) == .loginTimeout)
  }

  @Test("a person is left alone for half an hour after each line")
  func idle() {
    var watch = known()
    #expect(watch.due(at: after(1799), quiet) == .nothing)
    watch.hear(at: after(1799))
    #expect(watch.due(at: after(1800 + 1798), quiet) == .nothing)
    #expect(code(watch.due(at: after(1799 + 1800), quiet)) == .idle)
  }

  @Test("a client with a heartbeat is asked once after a minute and gone after two and a half")
  func heartbeat() {
    var watch = known()
    var standing = quiet
    standing.hasHeartbeat = true
    #expect(watch.due(at: after(59), standing) == .nothing)
    #expect(watch.due(at: after(60), standing) == .ping)
    #expect(watch.due(at: after(61), standing) == .nothing)
    #expect(code(watch.due(at: after(150), standing)) == .idle)
    watch.hear(at: after(149))
    #expect(watch.due(at: after(150), standing) == .nothing)
    #expect(watch.due(at: after(209), standing) == .ping)
  }

  @Test("half a minute without a line of an awaited body is a gap")
  func bodyGap() {
    var watch = known()
    watch.hear(at: after(100))
    var standing = quiet
    standing.awaitsBody = true
    #expect(watch.due(at: after(129), standing) == .nothing)
    #expect(watch.due(at: after(130), standing) == .bodyGap)
    standing.awaitsBody = false
    #expect(watch.due(at: after(131), standing) == .nothing)
  }

  @Test("who takes no byte for a minute is gone; one byte is progress")
  func stalled() {
    var watch = known()
    #expect(watch.due(at: after(0), .init(sent: 100, written: 900)) == .nothing)
    #expect(watch.due(at: after(59), .init(sent: 101, written: 900)) == .nothing)
    #expect(watch.due(at: after(118), .init(sent: 101, written: 950)) == .nothing)
    #expect(code(watch.due(at: after(119), .init(sent: 101, written: 999))) == .slowConsumer)
  }

  @Test("a reader who has taken everything is not slow, whenever the next bytes come")
  func takenAll() {
    var watch = known()
    #expect(watch.due(at: after(10), .init(sent: 500, written: 500)) == .nothing)
    #expect(watch.due(at: after(500), .init(sent: 500, written: 500)) == .nothing)
    #expect(watch.due(at: after(559), .init(sent: 500, written: 800)) == .nothing)
    #expect(code(watch.due(at: after(560), .init(sent: 500, written: 800))) == .slowConsumer)
  }
}
