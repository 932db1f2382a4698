import EntenteWire

/// The reference of the line protocol as Markdown, printed from the tables that the server runs
/// by: a verb, a code or a limit that is not in them is not in it.
package enum ProtocolReference {
  /// The whole document.
  package static var markdown: String {
    ([head] + [verbs, codes, limits]).joined(separator: "\n")
  }

  private static let head = """
    # The Entente line protocol, version 1

    Printed by `entente protocol` from the tables the server runs by; a test holds that this file is
    current. Whole conversations, run as tests, stand in `Tests/Dialogues`.

    ## Lines

    UTF-8, one request a line, ended by LF or CRLF.

    ```
    [@tag=value[;tag=value] ] VERB [word | name=word | name="text"]… [:text | {json} | <<]
    ```

    - Tags: `id` comes back with the reply; `key` makes a change count exactly once; `turn` and
      `rev` say what you looked at when you decided.
    - `<<` opens a body: lines up to one with a single point; a line that begins with a point gets
      a second one.
    - Every line that is not empty gets one `OK` or `ERR`, in order; `DATA`, `WARN` and `NOTE` lines
      before it belong to it. `EVENT v kind …` comes between replies; `v` counts your seat's events
      from 1 without gaps. `OK` to a change means that it is on the disk.
    - `MODE json` makes every line of the server one JSON object with the same fields; there a
      change needs a key.

    After a break: `AUTH token=…`, `JOIN session since=V`, and what had no answer again with its key.

    ## Seats

    A seat of a state is `STATE.ROLE`, as in `borea.head`. `CODE` also opens seats that look on:

    | seat | sees |
    |---|---|
    | `observer` | what all teams see; nothing the white cell keeps to itself |
    | `observer:borea` | what that team sees |
    | `observer+2` | what is two turns old; `CODE observer delay=2` |
    | `observer:borea+close` | the same of a team, once the session is closed; `delay=close` |
    | `evaluator` | what the facilitator sees; may use `OBSERVE`, `ANNOTATE`, `BOARD`, `QUEUE` |
    | `projector` | what everybody sees: a screen for the whole room |

    One rule says what a seat sees: live, on resume, in `HISTORY`, on every page and in a replay.
    """

  private static var verbs: String {
    var text = "\n## Verbs\n"
    for group in Verb.Group.allCases {
      text += "\n### \(group.rawValue)\n\n| verb | who | |\n|---|---|---|\n"
      for verb in VerbTable.verbs where verb.group == group {
        let usage = verb.usage.replacing("|", with: "\\|")
        text += "| `\(usage)` | \(who(verb)) | \(verb.summary) |\n"
      }
    }
    return text
      + "\nVerbs marked * are written to the journal and count once by their key. Reading verbs\n"
      + "work by a prefix of two letters or more; the first that fits, as listed, wins.\n"
  }

  private static func who(_ verb: Verb) -> String {
    let name =
      switch verb.access {
      case .anyone: "all"
      case .known: "logged in"
      case .joined: "in a session"
      case .whiteCell: "facilitator, evaluator"
      case .facilitator: "facilitator"
      }
    return verb.isJournalled ? name + " *" : name
  }

  private static var codes: String {
    var text = "\n## Codes\n\n| code | name | what it means | what to do |\n|---|---|---|---|\n"
    for code in WireCode.allCases {
      let advice =
        switch code.advice {
        case .change: "change the request"
        case .later: "the same later, with the same key"
        case .outcome: "an outcome of the game"
        case .closing: "the connection closes"
        }
      text += "| \(code.number) | `\(code.name)` | \(code.meaning) | \(advice) |\n"
    }
    return text
  }

  private static var limits: String {
    let rows: [(String, Int)] = [
      ("bytes of a line", WireLimits.lineBytes), ("bytes of a body", WireLimits.bodyBytes),
      ("lines of a body", WireLimits.bodyLines),
      ("seconds between two lines of a body", WireLimits.bodyGapSeconds),
      ("requests without an answer", WireLimits.requestsInFlight),
      ("connections of a member", WireLimits.connectionsPerMember),
      ("requests at once", WireLimits.bucketRequests),
      ("requests a second after that", WireLimits.bucketRequestsPerSecond),
      ("errors in a row", WireLimits.errorsInARow),
      ("seconds without a line", WireLimits.idleSeconds),
      ("before login: bytes of a line", WireLimits.BeforeLogin.lineBytes),
      ("before login: lines", WireLimits.BeforeLogin.lines),
      ("before login: seconds", WireLimits.BeforeLogin.seconds),
      ("before login: errors", WireLimits.BeforeLogin.errors),
      ("before login: connections of an address", WireLimits.BeforeLogin.connectionsPerAddress),
    ]
    return "\n## Limits\n\n| what | at most |\n|---|---|\n"
      + rows.map { "| \($0) | \($1) |\n" }.joined()
  }
}
