import ArgumentParser
import EntenteExercise
import EntenteJSON

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what keys an exercise has, to editors or to people.",
    discussion: """
      Examples:
        entente schema states
        entente schema --markdown
        entente schema --output Exercises/mine/.schema

      A JSON Schema of one file, or of all five into a folder; --markdown is the reference for \
      people. An editor with the YAML language server finds a schema by the first line that \
      entente new writes into each file.
      """)

  @Flag(help: "The reference for people, with every key, its unit and its range.")
  var markdown = false

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write all schemas into a folder.", valueName: "dir"))
  var output: String?

  @Argument(help: "exercise, states, programmes, world or injects.")
  var file: String?

  func validate() throws {
    guard [markdown, output != nil, file != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("Name one file, or give --markdown, or give --output.")
    }
  }

  func run() throws {
    if markdown { return Console.write(KeyReference.markdown) }
    if let output {
      for file in ReferenceFile.allCases {
        let path = "\(output)/\(file.rawValue).json"
        try NewFolder.make(output)
        try NewFolder.replace(path, file.schema.canonicalBytes + [UInt8(ascii: "\n")])
      }
      return Console.line("\(ReferenceFile.allCases.count) schemas in \(output)")
    }
    let named = file.map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 } ?? ""
    guard let known = ReferenceFile(rawValue: named) else {
      let names = ReferenceFile.allCases.map(\.rawValue)
      throw Failure(
        .wrongUse, "An exercise has no file \"\(named).yaml\"\(Nearest.hint(named, among: names))")
    }
    Console.json(known.schema.canonicalText)
  }
}
