import ArgumentParser

/// Where exercises are.
struct ExercisesOption: ParsableArguments {
  @Option(
    name: .customLong("exercises"),
    help: ArgumentHelp(
      "The folder with exercises (else ENTENTE_EXERCISES, else ./Exercises, else beside the "
        + "program).", valueName: "dir"))
  var option: String?

  /// The shelf.
  func shelf() throws(Failure) -> ExerciseShelf { try ExerciseShelf(option: option) }
}
