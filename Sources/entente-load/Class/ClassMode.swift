/// A class of forty in two sessions, played to the last turn at a multiple of its real pace.
enum ClassMode {
  static func run(_ plan: ClassPlan, _ target: Target) async throws -> Figures {
    let log = ClassLog()
    var lessons: [Lesson] = []
    for _ in 0..<plan.sessions {
      lessons.append(try await Lesson.open(plan, target, log))
    }
    let meter = Meter(process: target.process)
    let start = ContinuousClock.now
    try await withThrowingTaskGroup { group in
      for lesson in lessons { group.addTask { try await lesson.play { await meter.read() } } }
      try await group.waitForAll()
    }
    return await figures(plan, lessons, log, meter, took: ContinuousClock.now - start)
  }

  private static func figures(
    _ plan: ClassPlan, _ lessons: [Lesson], _ log: ClassLog, _ meter: Meter,
    took time: Duration
  ) async -> Figures {
    let commands = await log.commands
    let readings = await log.readings
    var figures = Figures()
    figures.set("what", "class")
    figures.set("members", lessons.reduce(0) { $0 + $1.members.count })
    figures.set("sessions", lessons.count)
    figures.set("speed", plan.speed)
    figures.set("seconds", Int(time.components.seconds))
    figures.set("commands", commands.count)
    figures.set("commandP50Microseconds", commands.summary.median)
    figures.set("commandP99Microseconds", commands.summary.p99)
    figures.set("commandMaxMicroseconds", commands.summary.longest)
    figures.set("readings", readings.count)
    figures.set("readingP99Microseconds", readings.summary.p99)
    figures.set("refusals", await log.refusals)
    figures.set("errors", await log.errorCount)
    if let error = await log.firstError { figures.set("firstError", error) }
    let memory = await meter.memory
    if let first = memory.first, let last = memory.last {
      figures.set("kibibytesFirstTurn", first)
      figures.set("kibibytesLastTurn", last)
    }
    if let load = await meter.processorPerMille(over: time) {
      figures.set("processorPerMille", load)
    }
    return figures
  }
}

/// Reads the memory and the processor time of the server now and then.
actor Meter {
  private let process: Int?
  private let processorAtStart: Int?
  /// KiB, once a reading.
  private(set) var memory: [Int] = []

  init(process: Int?) {
    self.process = process
    processorAtStart = process.flatMap(ProcessStatus.processorMilliseconds)
  }

  func read() {
    if let now = process.flatMap(ProcessStatus.residentKibibytes) { memory.append(now) }
  }

  /// Thousandths of one core since the start.
  func processorPerMille(over time: Duration) -> Int? {
    guard let start = processorAtStart,
      let now = process.flatMap(ProcessStatus.processorMilliseconds)
    else { return nil }
    return (now - start) * 1000 / max(1, Int(time / .milliseconds(1)))
  }
}
