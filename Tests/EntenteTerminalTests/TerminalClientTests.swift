import EntenteClient
import EntenteTerminal
import EntenteWire
import Foundation
import Testing

@Suite("TerminalClient") struct TerminalClientTests {
  /// Runs the client with `input` in a pipe; its status and all it wrote.
  private func run(_ options: TerminalOptions, input: String) async -> (Int32, String) {
    let (into, out) = (Pipe(), Pipe())
    var options = options
    options.input = into.fileHandleForReading.fileDescriptor
    options.output = out.fileHandleForWriting.fileDescriptor
    into.fileHandleForWriting.write(Data(input.utf8))
    try? into.fileHandleForWriting.close()
    let status = await TerminalClient.run(options)
    try? out.fileHandleForWriting.close()
    let bytes = try? out.fileHandleForReading.readToEnd()
    return (status, String(decoding: bytes ?? Data(), as: UTF8.self))
  }

  private static func options(_ port: Int) -> TerminalOptions {
    var options = TerminalOptions(host: "127.0.0.1", port: port)
    options.code = "7QK4-M2XD"
    options.name = "Ana"
    return options
  }

  private static let script: ScriptedServer.Script = { request in
    switch request.verb {
    case "JOIN":
      return [
        ServerLine(
          .ok(verb: "JOIN"),
          [
            WireField("session", "ex-1"), WireField("seat", "cael.head"),
            WireField("token", "Zk1"), WireField("v", 1),
          ]),
        ServerLine(.event(v: 1, kind: "turn.started"), [WireField("turn", 1)], text: "Turn 1"),
      ]
    case "READY":
      return [
        ServerLine(.ok(verb: "READY"), [WireField("v", 2)]),
        ServerLine(.event(v: 2, kind: "ready.set"), text: "cael is ready"),
      ]
    default: return [ServerLine(.ok(verb: request.verb), text: "\(request.verb) is done.")]
    }
  }

  @Test("a script in a pipe is played line by line, and the program ends well")
  func pipe() async throws {
    let server = try ScriptedServer(Self.script)
    defer { server.stop() }
    let (status, output) = await run(Self.options(server.port), input: "ready\nwho")
    #expect(status == 0)
    #expect(
      output == """
        Connected to 127.0.0.1:\(server.port) (entente 0.1.0).
        You sit in cael.head in session ex-1. From now on this computer remembers your seat.
        * Turn 1
        STATUS is done.
        > ready
        Done.
        * cael is ready
        > who
        WHO is done.

        """)
  }

  @Test("a login that was kept is used again, and its token is never printed")
  func saved() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("entente-terminal-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try ScriptedServer(Self.script)
    defer { server.stop() }
    var options = Self.options(server.port)
    options.folder = LoginFolder(path: folder)
    let (first, before) = await run(options, input: "")
    #expect(first == 0)
    #expect(!before.contains("Zk1"))
    options.code = nil
    options.name = nil
    let (second, after) = await run(options, input: "who\n")
    #expect(second == 0)
    #expect(after.contains("WHO is done."))
  }

  @Test("in a terminal every key counts at once, and the terminal is given back as it was")
  func terminal() async throws {
    let server = try ScriptedServer(Self.script)
    defer { server.stop() }
    let terminal = try PseudoTerminal(columns: 70)
    var options = Self.options(server.port)
    options.input = terminal.device
    options.output = terminal.device
    #expect(terminal.isCooked)
    let client = Task { [options] in await TerminalClient.run(options) }
    var screen = ScreenModel()
    // What is typed when, by what the screen shows.
    var script: [(wait: String, keys: String)] = [
      ("STATUS is done.", "whx\u{7F}o\r"), ("WHO is done.", "\u{1B}[A"), ("> who", "\u{15}\u{04}"),
    ]
    reading: for await piece in terminal.output {
      screen.write(piece)
      while let step = script.first, screen.text.contains(where: { $0.hasSuffix(step.wait) }) {
        #expect(!terminal.isCooked)
        terminal.type(step.keys)
        script.removeFirst()
      }
      if screen.text.contains("Until next time.") { break reading }
    }
    #expect(await client.value == 0)
    #expect(script.isEmpty)
    #expect(terminal.isCooked)
    #expect(screen.text.contains("cael T1 > who"))
    terminal.unplug()
  }

  @Test("where nobody listens the program says so and returns 1")
  func unreachable() async throws {
    let server = try ScriptedServer(Self.script)
    server.stop()
    let (status, output) = await run(Self.options(server.port), input: "who\n")
    #expect(status == 1)
    #expect(
      output == "Nobody answers at 127.0.0.1:\(server.port). Is the server running, and is that its"
        + " address?\n")
  }
}
