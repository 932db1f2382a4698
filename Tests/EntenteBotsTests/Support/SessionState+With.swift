import EntenteModel

@testable import EntenteSession

extension SessionState {
  /// The session with another world.
  func with(_ change: (inout World) -> Void) -> SessionState {
    var copy = self
    change(&copy.world)
    return copy
  }

  /// The session with other desks.
  func withDesks(_ change: (inout [Desk]) -> Void) -> SessionState {
    var copy = self
    change(&copy.desks)
    return copy
  }
}
