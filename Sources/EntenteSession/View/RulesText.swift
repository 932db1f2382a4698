import EntenteModel

/// The rules on one screen each: what a player has to know, and no more.
package enum RulesText {
  /// A part of the rules.
  package struct Topic: Sendable {
    /// The word behind `RULES`.
    package var name: String
    /// The heading of the list.
    package var title: String
    /// Lines of at most 90 columns.
    package var lines: [String]
  }

  /// All parts, in the order in which they are met.
  package static let topics = [
    Topic(
      name: "turn", title: "How a turn goes",
      lines: [
        "report     what happened last turn, and the events of this one",
        "negotiate  speak, offer, preview, counter, sign",
        "ratify     your state gives its word to what you signed; often joined to negotiate",
        "orders     what your state does alone: money, plants, goods, law; nobody sees it",
        "resolve    the turn happens; nothing is drawn by chance",
        "review     what changed and why: WHY takes a figure apart",
        "STATUS always says where you are and what you can do.",
      ]),
    Topic(
      name: "deals", title: "How a deal comes about, works and ends",
      lines: [
        "PROPOSE tables a text; its author has signed it. PREVIEW shows what it would do.",
        "COUNTER makes a new revision; signatures on the old one are void. @rev=N SIGN signs.",
        "Clauses of class A bind when all have signed; B and C need RATIFY and political capital.",
        "Lines and deliveries wait behind gates, in days; habits grow while they are practised.",
        "Every turn the duties of a deal fall due; late costs trust, a breach more, in public.",
        "COUNTER to a deal that binds amends it; ACCEDE joins one; DENOUNCE leaves with notice.",
      ]),
    Topic(
      name: "orders", title: "What a state does alone",
      lines: [
        "Budget orders spend your treasury; what is not spent stays. HELP orders lists all.",
        "An order of the same kind and object replaces the one before; CANCEL takes one back.",
        "Without orders your state does what it did last turn.",
        "Policy orders are public when the turn is resolved; the others stay yours.",
      ]),
    Topic(
      name: "scores", title: "What counts at the end",
      lines: [
        "National: security, latent strength, cost, interoperability, technology, economy.",
        "Private cards: aims of your state, true or false at the end. BRIEF me shows them.",
        "Conduct: duties kept and broken. Collective: what all have together.",
        "PREDICT compares what you expect with what comes; it is about learning, not power.",
        "SCORE shows your own while you play, everybody's after the last turn.",
      ]),
    Topic(
      name: "groups", title: "Groups nobody declared",
      lines: [
        "Deals in force make ties between states; the deeper and the longer, the stronger.",
        "Three states or more whose ties are strong enough are a group. GROUPS lists them.",
        "Formation, management and salience say how much holds it, how well, and against what.",
        "Its quadrant: what it can make, and how well its forces fit together.",
      ]),
  ]

  /// The list of topics, or one of them; a name that is none names the nearest.
  package static func page(_ name: String?) throws(Refusal) -> Page {
    var page = Page()
    guard let name else {
      for topic in topics {
        page.add([Page.Field("topic", topic.name)], "\(topic.name): \(topic.title)")
      }
      page.text = "RULES topic tells one; GLOSSARY explains the words."
      return page
    }
    guard let topic = topics.first(where: { $0.name == name }) else {
      throw .noSuch(
        what: "topic", id: name, near: NearestWord.find(name, among: topics.map(\.name)))
    }
    for line in topic.lines { page.add([], line) }
    page.fields = [Page.Field("topic", topic.name)]
    page.text = topic.title
    return page
  }
}
