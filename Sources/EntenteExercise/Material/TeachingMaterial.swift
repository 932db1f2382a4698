/// What a class needs beside the play: texts, questions and what an evaluator looks for.
package struct TeachingMaterial: Sendable, Hashable {
  /// A learning objective: its short name and its sentence.
  package struct Objective: Sendable, Hashable {
    package var id: String
    package var text: String
  }

  /// A question with options to choose from, asked before the class.
  package struct QuizQuestion: Sendable, Hashable {
    package var id: String
    package var question: String
    package var options: [String]
    /// Index of the right option, from 0.
    package var answer: Int
    package var why: String
  }

  /// A question asked after the class.
  package struct SurveyQuestion: Sendable, Hashable {
    package var id: String
    /// Answered 1 to 5; else in words.
    package var isScale: Bool
    package var text: String
  }

  /// What an evaluator looks for, and where.
  package struct Evaluation: Sendable, Hashable {
    package var objective: String
    package var task: String
    package var look: [String]
    package var evidence: [String]
  }

  /// What the white cell knows about an event, beside what players read.
  package struct InjectSheet: Sendable, Hashable {
    package var id: String
    package var via: String
    /// The condition that shows whether it worked, as written; empty if there is none.
    package var expectTest: String
    /// `turn 1, negotiate`; empty if there is no date.
    package var expectBy: String
    package var owner: String
    package var instructions: String
  }

  package var language = "en"
  package var authors: [String] = []
  package var licence = ""
  /// `real`, `alias` or `fictional`.
  package var names = "real"
  /// How hard bots bargain: `patient`, `standard` or `hard`.
  package var difficulty = "patient"
  package var formatTitle = ""
  /// Minutes of briefing and of debriefing.
  package var briefMinutes = 0
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
  /// The private cards in words, by state index and card; empty where only the condition is given.
  package var cardTexts: [[String]] = []
  /// Shares of prediction, journal and debrief in the learning score, bp.
  package var learningParts = [3000, 4000, 3000]
  package var readme = ""
}
