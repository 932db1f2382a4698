/// One session of a class, with its facilitator and everybody who sits in it.
struct Lesson: Sendable {
  let members: [ClassMember]
  private let stage: PlayStage
  private let play: PlayStage.Play
  private let plan: ClassPlan

  /// Makes a session and seats everybody.
  static func open(_ plan: ClassPlan, _ target: Target, _ log: ClassLog) async throws -> Lesson {
    let stage = try await PlayStage.open(target.endpoint, token: target.token)
    let play = try await stage.create()
    var members: [ClassMember] = []
    for role in play.roles {
      for (index, state) in play.states.enumerated() {
        let others = (1..<play.states.count).map {
          play.states[(index + $0) % play.states.count]
        }
        let place = ClassMember.Place(state: state, role: role, others: others)
        let code = try await stage.code(for: place.seat, uses: 1)
        members.append(
          try await ClassMember.join(
            target.endpoint, code: code, place: place, plan: plan, log: log))
      }
    }
    return Lesson(members: members, stage: stage, play: play, plan: plan)
  }

  /// Plays all turns; `afterTurn` is called when one is over.
  func play(afterTurn: @escaping @Sendable () async -> Void) async throws {
    try await withThrowingTaskGroup { group in
      for member in members { group.addTask { await member.play() } }
      try await stage.say("START bots=no")
      for _ in 0..<plan.turns {
        for (phase, seconds) in plan.phases {
          try await stage.advance(to: phase)
          try await Task.sleep(for: plan.pause(Double(seconds)))
        }
        await afterTurn()
      }
      try await stage.say("CLOSE")
      try await group.waitForAll()
    }
    await stage.dialogue.close()
  }
}
