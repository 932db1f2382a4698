import EntenteModel
import Testing

@testable import EntenteBots

struct TalkTests {
  private func appraisal(_ changes: [Int]) -> Appraisal {
    Appraisal(
      utility: 5_100,
      parts: zip(Interest.allCases, changes).map {
        Appraisal.Part(interest: $0, change: $1, weight: 10 + $0.rawValue)
      }, balance: 0, crossed: nil, refusals: [], lacksCapital: false)
  }

  private static let changes = [0, 40, 60, -60, 149, -9_999, 10_000]

  @Test("A sentence fits on a line, whatever the reasons", arguments: changes, changes)
  func fits(one: Int, other: Int) throws {
    let text = try Bench().text(["aster", "dorn"], "exercise")
    let change = "workshare=hegemony:99.99%"
    for third in Self.changes {
      let appraisal = appraisal([one, other, third, one, other, third, one, other])
      let candidate = Candidate(text: text, steps: 1, change: change)
      for sentence in [
        Talk.signing(appraisal), Talk.rejecting(appraisal), Talk.countering(candidate, appraisal),
      ] {
        #expect(sentence.count <= Talk.columnsMax, "\(sentence)")
        #expect(sentence.hasSuffix("."))
      }
    }
  }

  @Test("The reasons that weigh most are named, gains before costs, in whole points")
  func reasons() {
    let appraisal = appraisal([620, 0, -130, 260, 0, 40, 0, 0])
    #expect(
      Talk.signing(appraisal)
        == "We sign: it gives us 6 points of security and 3 of interoperability, "
        + "but costs 1 of value for money.")
    #expect(
      Talk.rejecting(self.appraisal([0, 0, 0, 40, 0, 0, 0, 0]))
        == "We pass: it changes little for us.")
    #expect(
      Talk.rejecting(self.appraisal([0, 0, 0, 0, 0, 100, 0, 0]))
        == "We pass: it gives us 1 point of work and exports; that is not enough for us.")
  }

  @Test("Red lines and answers to talk fit on a line", arguments: Doctrine.Kind.allCases)
  func plain(kind: Doctrine.Kind) throws {
    let doctrine = Doctrine.of(kind)
    for line in doctrine.redLines { #expect(line.sentence.count <= Talk.columnsMax) }
    for state in ["aster", "borea", "cael", "dorn"] {
      let answer = Talk.answer(doctrine, try Bench().view(StateID(state)))
      #expect(answer.count <= Talk.columnsMax && answer.hasPrefix("We look for "))
    }
  }

  @Test("A refusal is told without the state's own figures", arguments: RefusalName.allCases)
  func discreet(name: RefusalName) {
    var barred = appraisal([0, 0, 0, 0, 0, 0, 0, 0])
    barred.refusals = [RuleRefusal(name, [.init("have", 4_711)], "You have 4711k left.")]
    let sentence = Talk.rejecting(barred)
    #expect(!sentence.contains("4711") && sentence.count <= Talk.columnsMax)
  }
}
