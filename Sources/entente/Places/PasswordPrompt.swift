import EntenteHost
import Foundation

/// Asks for a password: without echo at a terminal, as one line from anything else.
enum PasswordPrompt {
  /// The password for a new account, typed twice by a person.
  static func chosen() throws(Failure) -> String {
    let password = try read("Password: ")
    guard password.count >= PasswordHash.lettersMin, password.utf8.count <= PasswordHash.bytesMax
    else {
      throw Failure(
        .wrongUse,
        "A password has \(PasswordHash.lettersMin) letters or more, and \(PasswordHash.bytesMax) "
          + "bytes at most; four words of your own are good.")
    }
    guard Console.isTyped else { return password }
    guard try read("Once more: ") == password else {
      throw Failure(.wrongUse, "The two are not the same; nothing was changed.")
    }
    return password
  }

  private static func read(_ prompt: String) throws(Failure) -> String {
    guard Console.isTyped else { return try line() }
    var shown = termios()
    tcgetattr(STDIN_FILENO, &shown)
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      Console.remark("")
    }
    Console.ask(prompt)
    return try line()
  }

  private static func line() throws(Failure) -> String {
    guard let line = readLine(strippingNewline: true) else {
      throw Failure(.wrongUse, "There is no password on standard input; nothing was changed.")
    }
    return line
  }
}
