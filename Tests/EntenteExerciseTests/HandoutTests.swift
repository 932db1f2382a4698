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
    #expect(html.contains("Questions for the debrief"))
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
