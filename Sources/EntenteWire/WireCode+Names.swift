extension WireCode {
  /// The name after the number, as printed: upper-case letters and underscores.
  package var name: String { entry.name }

  /// What it means, in one line.
  package var meaning: String { entry.meaning }

  private var entry: (name: String, meaning: String) {
    switch advice {
    case .change: rawValue < 409 ? formEntry : changeEntry
    case .later: laterEntry
    case .outcome: outcomeEntry
    case .closing: closingEntry
    }
  }

  private var formEntry: (name: String, meaning: String) {
    switch self {
    case .syntax: ("SYNTAX", "the line is not of the form verb, arguments, text")
    case .badCharacter: ("BAD_CHAR", "a character that no line may hold")
    case .badUTF8: ("BAD_UTF8", "bytes that are not UTF-8")
    case .unknownTag: ("UNKNOWN_TAG", "a tag that does not exist, or stands twice")
    case .unknownVerb: ("UNKNOWN_VERB", "a verb that does not exist")
    case .badArgument: ("BAD_ARG", "an argument that is missing, unknown or malformed")
    case .badJSON: ("BAD_JSON", "JSON that is not whole, too deep or not of integers only")
    case .lineTooLong: ("LINE_TOO_LONG", "a line beyond the limit; it was thrown away")
    case .bodyTooLong: ("BODY_TOO_LONG", "a body beyond a limit; it was thrown away")
    default: unlisted
    }
  }

  private var changeEntry: (name: String, meaning: String) {
    switch self {
    case .stale: ("STALE", "the revision or turn you name is not the present one")
    case .noSuch: ("NO_SUCH", "nothing of that name that you may see")
    case .notMember: ("NOT_MEMBER", "you are not in this session")
    case .forbidden: ("FORBIDDEN", "your seat has not the permission")
    case .keyReused: ("KEY_REUSED", "this key belongs to another request")
    case .keyRequired: ("KEY_REQUIRED", "this verb needs the tag that is named")
    case .notNow: ("NOT_NOW", "this verb has another phase")
    case .badLogin: ("BAD_LOGIN", "the code, the token or the password is wrong")
    case .codeExpired: ("CODE_EXPIRED", "the join code is used up or too old")
    case .badTerms: ("BAD_TERMS", "the terms cannot be read")
    case .version: ("VERSION", "the server does not speak this version")
    default: unlisted
    }
  }

  private var laterEntry: (name: String, meaning: String) {
    switch self {
    case .internal: ("INTERNAL", "a mistake in the server; nothing was done")
    case .slowDown: ("SLOW_DOWN", "too many requests; wait as long as is named")
    case .busy: ("BUSY", "the server has too much to do")
    case .draining: ("DRAINING", "the server is about to stop")
    case .storageFull: ("STORAGE_FULL", "the disk is full")
    case .readOnly: ("READ_ONLY", "the session can only be read here")
    case .unknownOutcome:
      ("UNKNOWN_OUTCOME", "it may be done or not; the same key will tell")
    case .quarantined: ("QUARANTINED", "the session's record is damaged")
    case .limit: ("LIMIT", "a limit of the server is reached")
    default: unlisted
    }
  }

  private var outcomeEntry: (name: String, meaning: String) {
    switch self {
    case .rule: ("RULE", "the rules refuse, for the reason that is named")
    case .dealClosed: ("DEAL_CLOSED", "the deal is past signing")
    case .already: ("ALREADY", "it is done already")
    case .quorum: ("QUORUM", "not enough of those who must agree")
    default: unlisted
    }
  }

  private var closingEntry: (name: String, meaning: String) {
    switch self {
    case .bye: ("BYE", "you said QUIT")
    case .loginTimeout: ("LOGIN_TIMEOUT", "nobody logged in in time")
    case .idle: ("IDLE", "nothing was said for too long")
    case .slowConsumer: ("SLOW_CONSUMER", "you did not read for too long")
    case .tooManyErrors: ("TOO_MANY_ERRORS", "too many errors in a row")
    case .flood: ("FLOOD", "far too many bytes or requests")
    case .wrongProtocol: ("WRONG_PROTOCOL", "the first bytes are of another protocol")
    case .revoked: ("REVOKED", "the login was taken back")
    case .shutdown: ("SHUTDOWN", "the server stops; connect again later")
    case .tooManyConnections: ("TOO_MANY_CONNECTIONS", "too many connections")
    default: unlisted
    }
  }

  private var unlisted: (name: String, meaning: String) {
    preconditionFailure("The code \(rawValue) has a name.")
  }
}
