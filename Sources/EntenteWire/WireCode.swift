/// The codes of `ERR` lines and closing lines. Number and name are API and never change meaning;
/// the first digit tells a client what to do.
package enum WireCode: Int, CaseIterable, Sendable {
  case syntax = 400
  case badCharacter = 401
  case badUTF8 = 402
  case unknownTag = 403
  case unknownVerb = 404
  case badArgument = 405
  case badJSON = 406
  case lineTooLong = 407
  case bodyTooLong = 408
  case stale = 409
  case noSuch = 410
  case notMember = 411
  case forbidden = 412
  case keyReused = 413
  case keyRequired = 414
  case notNow = 415
  case badLogin = 416
  case codeExpired = 417
  case badTerms = 418
  case version = 426

  case `internal` = 500
  case slowDown = 501
  case busy = 502
  case draining = 503
  case storageFull = 504
  case readOnly = 505
  case unknownOutcome = 506
  case quarantined = 507
  case limit = 508

  case rule = 600
  case dealClosed = 606
  case already = 607
  case quorum = 608

  case bye = 900
  case loginTimeout = 901
  case idle = 902
  case slowConsumer = 903
  case tooManyErrors = 904
  case flood = 905
  case wrongProtocol = 906
  case revoked = 907
  case shutdown = 908
  case tooManyConnections = 909

  /// What the first digit tells the client to do.
  package enum Advice: Sendable {
    /// 4xx: change the request.
    case change
    /// 5xx: the same request later with the same key.
    case later
    /// 6xx: the rules refuse; an outcome of the game.
    case outcome
    /// 9xx: the connection closes after this line.
    case closing
  }

  /// The number, as printed.
  package var number: Int { rawValue }

  /// What a client does about it.
  package var advice: Advice {
    switch rawValue / 100 {
    case 4: .change
    case 5: .later
    case 6: .outcome
    default: .closing
    }
  }

  /// Whether the connection closes after the line.
  package var closesConnection: Bool { advice == .closing }
}
