import EntenteModel
import EntenteSession
import Foundation
import Testing

@testable import EntenteExercise

@Suite("Papers")
struct HandoutTests {
  private static let attack = "<script>alert(1)</script>\"'&"

  @Test(
    "Markdown becomes HTML",
    arguments: [
      ("# Title", "<h1>Title</h1>\n"), ("one\ntwo", "<p>one two</p>\n"),
      ("- a\n- b\n  c", "<ul>\n<li>a</li>\n<li>b c</li>\n</ul>\n"),
      ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
      ("a **b** *c* `d*e*`", "<p>a <strong>b</strong> <em>c</em> <code>d*e*</code></p>\n"),
      ("> said", "<blockquote><p>said</p></blockquote>\n"),
      ("```\na < b\n```", "<pre>a &lt; b</pre>\n"),
      ("[the page](https://x.y) and [x](y.md)", "<p>the page (https://x.y) and x</p>\n"),
      ("2 * 3 and `open", "<p>2 * 3 and `open</p>\n"),
      (
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<table>\n<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n"
          + "<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n"
      ),
    ])
  func markdown(text: String, html: String) { #expect(MarkdownHTML.html(of: text) == html) }

  @Test(
    "No text of an author becomes a tag",
    arguments: [
      "\(attack)", "# \(attack)", "- \(attack)", "`\(attack)`", "| \(attack) |", "**<b>**",
    ])
  func escaped(text: String) {
    let html = MarkdownHTML.html(of: text)
    #expect(!html.contains("<script") && !html.contains("<b>"))
    #expect(MarkdownHTML.inline("a\u{202E}b") == "ab")
  }

  @Test("A team's papers hold its own secrets, and each team's are on sheets of their own")
  func teams() throws {
    let loaded = try FirstAccord.loaded()
    let all = Handout.html(loaded, for: .teams)
    for name in ["Aster", "Borea", "Cael", "Dorn"] { #expect(all.contains("For \(name) only")) }
    let cael = Handout.html(loaded, for: .teams, state: "cael")
    #expect(cael.contains("Receive goods from at least two different states."))
    #expect(!cael.contains("For Dorn only") && !cael.contains("For the facilitator"))
    #expect(!cael.contains("Nobody makes canopy without your signature"))
    #expect(cael.contains("<th scope=\"row\">budget a turn</th><td>140m</td>"))
    #expect(!all.contains("Building somebody else"))
  }

  @Test("The facilitator's papers hold the guide, every event and the answers")
  func facilitator() throws {
    let loaded = try FirstAccord.loaded()
    let html = Handout.html(loaded, for: .facilitator)
    for inject in loaded.exercise.scenario.injects { #expect(html.contains("\(inject.id): ")) }
    #expect(html.contains("Answers to the quiz") && !html.contains("only</p>"))
    // The guide asks them, and they are not asked twice.
    for question in loaded.exercise.debrief {
      let shown = HTMLPage.escaped(question)
      #expect(html.components(separatedBy: shown).count == 2, "\(question)")
    }
  }

  @Test("Every event says when it comes and what it changes")
  func events() throws {
    let loaded = try FirstAccord.loaded()
    let html = Handout.html(loaded, for: .facilitator)
    #expect(!html.contains("on its condition"))
    for sheet in loaded.material.injects where !sheet.when.isEmpty {
      let isTold = html.contains("as soon as \(HTMLPage.escaped(sheet.when))")
      #expect(isTold || sheet.when == "offers(team) = 0", "\(sheet.when)")
    }
    #expect(html.contains("<td>threat of marches: +10% for 1 turn;"))
    #expect(html.contains("<th scope=\"row\">arrives by</th>"))
    let changed = loaded.material.injects.flatMap { $0.optionEffects.values.flatMap { $0 } }
    #expect(!changed.isEmpty && html.contains(" of dorn: "))
  }

  @Test("No sheet is headed twice")
  func headings() throws {
    let html = Handout.html(try FirstAccord.loaded())
    #expect(html.contains("<h1>Cael: the front line</h1>") && !html.contains("<h1>Cael</h1>"))
    #expect(html.components(separatedBy: "facilitator&#39;s guide</h").count == 2)
    #expect(!html.contains("<h1>First accord: guide</h1>"))
  }

  @Test("Sheets are made for teams, and for the states of bots on demand")
  func bots() throws {
    let folder = URL(fileURLWithPath: FirstAccord.folder).deletingLastPathComponent()
      .appendingPathComponent("sky-shield").path
    let package = try #require(ExercisePackage.read(folder: folder).package)
    let loaded = try #require(ExerciseLoader.load(package, format: "class").loaded)
    let sheets = { (html: String) in html.components(separatedBy: " only</p>").count - 1 }
    let teams = loaded.exercise.teams.flatMap { $0 }
    #expect(teams.count < loaded.exercise.scenario.states.count)
    #expect(sheets(Handout.html(loaded, for: .teams)) == teams.count)
    #expect(
      sheets(Handout.html(loaded, for: .teams, everyState: true))
        == loaded.exercise.scenario.states.count)
    let bot = try #require(loaded.exercise.scenario.states.first { !teams.contains($0.id) })
    #expect(sheets(Handout.html(loaded, for: .teams, state: bot.id.text)) == 1)
    // What people type stands beside what they read, and codes are explained.
    let html = Handout.html(loaded, for: .teams)
    let programme = try #require(loaded.exercise.scenario.programmes.first)
    #expect(html.contains("\(HTMLPage.escaped(programme.label)) (\(programme.id.text))"))
    #expect(html.contains("amd air and missile defence"))
  }

  @Test("Nothing is fetched and nothing runs; the page knows its language and its paper")
  func selfContained() throws {
    let html = Handout.html(try FirstAccord.loaded())
    for word in ["<script", "<link", "src=", "href=", "@import", "url("] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("<html lang=\"en\">") && html.contains("size: A4"))
    let opened = html.components(separatedBy: "<section>").count
    #expect(opened == html.components(separatedBy: "</section>").count && opened > 6)
  }
}
