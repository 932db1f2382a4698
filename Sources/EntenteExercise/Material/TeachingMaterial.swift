package import EntenteModel

/// What a class needs beside the play: texts, questions and what an evaluator looks for.
package struct TeachingMaterial: Sendable, Hashable {
  /// A learning objective: its short name and its sentence.
  package struct Objective: Sendable, Hashable {
    /// The short name, as in `LO1`.
    package var id: String
    /// One sentence that begins with a verb.
    package var text: String
  }

  /// A question with options to choose from, asked before the class.
  package struct QuizQuestion: Sendable, Hashable {
    /// A short name for the results.
    package var id: String
    /// The question itself, Markdown.
    package var question: String
    /// The answers to choose from, two to six, in the order shown.
    package var options: [String]
    /// Index of the right option, from 0.
    package var answer: Int
    /// Why the right option is right; shown afterwards.
    package var why: String
  }

  /// A question asked after the class.
  package struct SurveyQuestion: Sendable, Hashable {
    /// A short name for the results.
    package var id: String
    /// Answered 1 to 5; else in words.
    package var isScale: Bool
    /// The statement to agree with, or the question.
    package var text: String
  }

  /// What an evaluator looks for, and where.
  package struct Evaluation: Sendable, Hashable {
    /// Short name of the objective it belongs to.
    package var objective: String
    /// What a team is to do.
    package var task: String
    /// What shows that it was done, a line each.
    package var look: [String]
    /// Where to find it in the record, a line each; may be empty.
    package var evidence: [String]
  }

  /// What the white cell knows about an event, beside what players read.
  package struct InjectSheet: Sendable, Hashable {
    /// The id of the inject.
    package var id: String
    /// How it arrives: cable, news, leak, phone or in-room; empty if it is not said.
    package var via: String
    /// The condition that shows whether it worked, as written; empty if there is none.
    package var expectTest: String
    /// `turn 1, negotiate`; empty if there is no date.
    package var expectBy: String
    /// Who in the white cell takes care of it; empty if nobody is named.
    package var owner: String
    /// What the white cell does with it; empty if nothing is to be done.
    package var instructions: String
    /// The condition it comes on, as written; empty if there is none.
    package var when = ""
    /// What it changes.
    package var effects: [Effect] = []
    /// What each option changes, by the name of the option.
    package var optionEffects: [String: [Effect]] = [:]
    /// By when a choice is asked for, `turn 2, orders`; empty if it is not said.
    package var choiceBy = ""
  }

  /// A change an event makes, in the words of its author.
  package struct Effect: Sendable, Hashable {
    /// What is changed, as in `threat`.
    package var path: String
    /// Whose; empty where there is only one.
    package var object: String
    /// How the amount acts.
    package var operation: InjectEffect.Operation
    /// By how much, with its unit.
    package var amount: String
    /// This turn and so many less one; 0 is for good.
    package var turns: Int
  }

  /// The language of the texts, as in `en` or `de-CH`.
  package var language = "en"
  /// Who wrote the texts, in the order given.
  package var authors: [String] = []
  /// The licence the texts stand under, in words; empty if none is named.
  package var licence = ""
  /// `real`, `alias` or `fictional`.
  package var names = "real"
  /// How hard bots bargain: `patient`, `standard` or `hard`.
  package var difficulty = "patient"
  /// What people call the chosen format; its name where it has no title.
  package var formatTitle = ""
  /// Minutes of briefing and of debriefing.
  package var briefMinutes = 0
  /// Minutes of debriefing.
  package var debriefMinutes = 0
  /// Communiqués a state may issue a turn; nil is no limit.
  package var communiques: Int?
  package var objectives: [Objective] = []
  package var quiz: [QuizQuestion] = []
  package var survey: [SurveyQuestion] = []
  package var evaluation: [Evaluation] = []
  /// What the ratings P, S, M and U mean, in this order.
  package var ratings: [String] = []
  package var injects: [InjectSheet] = []
  /// What each state is in two or three words, by state index; empty where none is given.
  package var stateRoles: [String] = []
  /// The real military spending of a year, beside which every budget is shown, by state index;
  /// empty where the card does not say, and all of it where states go by aliases.
  package var stateSpending: [String] = []
  /// The private cards in words, by state index and card; empty where only the condition is given.
  package var cardTexts: [[String]] = []
  /// Shares of prediction, journal and debrief in the learning score, bp.
  package var learningParts = [3000, 4000, 3000]
  /// The README of the package, Markdown; empty if there is none.
  package var readme = ""
}
