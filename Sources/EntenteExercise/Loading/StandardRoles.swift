import EntenteSession

/// The roles of a delegation where an exercise gives none of its own.
enum StandardRoles {
  static let all = [
    Role(
      name: "head",
      permissions: [
        .propose, .sign, .ratify, .denounce, .press, .policy, .predict, .journal, .ready,
      ]
    ),
    Role(name: "treasury", permissions: [.budget]),
    Role(name: "industry", permissions: [.programme]),
    Role(name: "diplomat", permissions: [.press, .propose, .posture]),
    Role(name: "analyst", permissions: [.predict, .journal]),
  ]
}
