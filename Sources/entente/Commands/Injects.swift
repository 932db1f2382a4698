import ArgumentParser
import EntenteExercise
import Foundation

struct Injects: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep the list of events of an exercise in a spreadsheet, and try it.",
    discussion: """
      Examples:
        entente injects export Exercises/mine --output msel.csv
        entente injects import msel.csv --output Exercises/mine/injects.yaml --replace
        entente injects dry-run Exercises/mine ex-4K7
      """,
    subcommands: [ExportTable.self, ImportTable.self, InjectsDryRun.self])

  struct ExportTable: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the events as a table (CSV), a row an event.")

    @OptionGroup var exercises: ExercisesOption

    @Option(
      name: [.short, .long],
      help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"))
    var output = "-"

    @Flag(help: "Write over a file that is there.")
    var replace = false

    @Argument(help: "A name or a folder.")
    var exercise: String

    func run() throws {
      let shelf = try exercises.shelf()
      let (csv, findings) = InjectTable.export(try shelf.package(exercise))
      guard let csv else {
        let path = try shelf.path(of: exercise)
        for finding in findings { Console.line(finding.printed(under: path)) }
        throw ExitCode(ExitStatus.wrong.rawValue)
      }
      if output == "-" { return Console.write(csv) }
      try NewFile.write(Array(csv.utf8), to: output, replace: replace)
      Console.line("The events of \(exercise) are in \(output)")
    }
  }

  struct ImportTable: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Make injects.yaml of a table (CSV).",
      discussion: """
        What cannot be read is told by row and column, and nothing is written then. Comments of an \
        older file do not come back. Run entente check afterwards.
        """)

    @Option(
      name: [.short, .long],
      help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"))
    var output = "-"

    @Flag(help: "Write over a file that is there.")
    var replace = false

    @Argument(help: "The table.")
    var table: String

    func run() throws {
      guard let bytes = FileManager.default.contents(atPath: table) else {
        throw Failure(.noSuch, "There is no file \"\(table)\" that can be read.")
      }
      let (yaml, findings) = InjectTable.yaml(csv: Array(bytes), file: "")
      guard let yaml else {
        for finding in findings { Console.line(finding.printed(under: table)) }
        throw ExitCode(ExitStatus.wrong.rawValue)
      }
      if output == "-" { return Console.write(yaml) }
      try NewFile.write(Array(yaml.utf8), to: output, replace: replace)
      Console.line("The events of \(table) are in \(output)")
    }
  }
}
