import EntenteWire
import Testing

struct GreetingTests {
  @Test("The greeting is printed from the limits, byte for byte")
  func golden() {
    let line = Greeting.line(server: "0.1.0", tls: false)
    #expect(
      ServerLinePrinter.bytes(line, as: .text)
        == Array(
          ("HELLO entente 1 server=0.1.0 tls=0 auth=code,token,password line=4096 body=65536 "
            + "lines=400 inflight=64 idle=1800 :Type HELP. You have 60 s to log in.\n").utf8))
  }

  @Test("The limits are those the protocol announces")
  func limits() {
    #expect(WireLimits.BeforeLogin.lineBytes == 512)
    #expect(WireLimits.BeforeLogin.lines == 20)
    #expect(WireLimits.BeforeLogin.seconds == 60)
    #expect(WireLimits.BeforeLogin.queuedBytes == 32768)
    #expect(WireLimits.BeforeLogin.errors == 10)
    #expect(WireLimits.BeforeLogin.connectionsPerAddress == 32)
    #expect(WireLimits.BeforeLogin.connections == 128)
    #expect(WireLimits.bodyGapSeconds == 30)
    #expect(WireLimits.connectionsPerMember == 4)
    #expect(WireLimits.bucketRequests == 40)
    #expect(WireLimits.bucketRequestsPerSecond == 5)
    #expect(WireLimits.errorsInARow == 50)
    #expect(WireLimits.heartbeatSeconds == 60)
    #expect(WireLimits.heartbeatLostSeconds == 150)
  }
}
