/// The timetable of a lesson, in seconds as people live them, and how much faster it is played.
struct ClassPlan: Sendable {
  var turns = 4
  /// How much faster than real.
  var speed = 20
  /// Sessions at once, each with every role of every state.
  var sessions = 2
  /// The phases of a turn.
  var phases = [("report", 180), ("negotiate", 480), ("orders", 180), ("review", 60)]
  /// Between two messages of somebody while negotiations go on, and otherwise: a class of forty
  /// writes some 2,000 messages in 90 minutes.
  var messageSeconds = (negotiating: 45, otherwise: 90)

  /// So many lived seconds at the speed of the play.
  func pause(_ seconds: Double) -> Duration {
    .milliseconds(Int64(seconds * 1000) / Int64(max(1, speed)))
  }
}
