import CommandLineSupport
import Consent
import Conversations
import FlowProgram
import LineEditing
import MessageCatalog
import Simulator

/// The prompt: reads lines, prints answers.
struct ChatLoop {
    let repl: REPL
    let program: Program
    let header: Transcript.Header
    private let paint = Paint()

    init(repl: REPL, program: Program, header: Transcript.Header) {
        self.repl = repl
        self.program = program
        self.header = header
    }

    func run() async throws {
        greet()
        let editor = Terminal.isInput ? LineEditor(completions: REPLCommand.names) : nil
        while !repl.isOver {
            Output.flush()
            let line = editor.map { $0.readLine(prompt: "> ") } ?? Swift.readLine()
            guard let line else { break }
            for answer in try await repl.read(line) { show(answer) }
        }
    }

    private func greet() {
        let flow = header.flow.map { "the flow \($0)" } ?? "\(program.controller.name)"
        Output.line(
            paint("Talking to \(flow), in \(header.locale?.text ?? "the source language").", .bold)
        )
        let hint =
            "Say anything to begin, tap buttons with /tap 1. STOP always works; so does /help."
        Output.line(paint(hint, .dim))
    }

    private func show(_ answer: REPL.Answer) {
        switch answer {
        case .info(let text): Output.line(paint(text, .dim))
        case .problem(let text): Output.line(paint(text, .red))
        case .chat(let line): show(line)
        }
    }

    private func show(_ line: ChatLine) {
        switch line {
        case .said(let message), .note(.said(let message)): show(message)
        case .note(.consent), .note(.optedOut), .note(.optedIn):
            print(line, .green)
        case .note(.withheld), .note(.consentRefused), .note(.deferred), .withheldAtDispatch,
            .suppressed, .undelivered, .withheldWaiting, .neverLeft:
            print(line, .yellow)
        case .note(.refused), .unknownContact, .unknownCode: print(line, .red)
        case .erased, .note(.exercised), .note(.answered): print(line, .green)
        case .note, .time, .duplicate, .pinned, .deliveredLater: print(line, .dim)
        }
    }

    private func show(_ message: OutboundMessage) {
        let body = message.body.split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        for (place, text) in body.enumerated() {
            Output.line("\(paint(place == 0 ? "<" : "|", .cyan)) \(text)")
        }
        for (place, button) in message.buttons.enumerated() {
            Output.line("  \(paint("[\(place + 1)]", .blue)) \(button.title)")
        }
        for attachment in message.attachments {
            Output.line("  \(paint("attached", .blue)) \(attachment.name)")
        }
    }

    private func print(_ line: ChatLine, _ ink: Paint.Ink) {
        for text in line.lines { Output.line(paint(text, ink)) }
    }
}
