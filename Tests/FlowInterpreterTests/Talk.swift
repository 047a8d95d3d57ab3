import Clocks
import Consent
import FlowInterpreter
import FlowProgram
import MessageCatalog
import Testing

/// A conversation under test: turns go in, lines of what happened come out.
struct Talk {
    let program: Program
    var session: Session?
    var ledger = ConsentLedger()
    var kept: [KeptValue] = []
    var now = Timestamp(milliseconds: 1_772_355_600_000)
    var turn: UInt64 = 0
    var locale = LocaleIndex.source
    var effects: [Effect] = []

    init(_ program: Program) {
        self.program = program
    }

    /// Compiles one flow, `main`, and starts it.
    init(
        main: String,
        settings: String = FlowFixture.settings,
        locale: Int = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        program = try FlowFixture.program(
            main: main,
            settings: settings,
            sourceLocation: sourceLocation
        )
        self.locale = LocaleIndex(locale)
        try start("main")
    }

    var interpreter: Interpreter { Interpreter(program: program) }
    private var context: TurnContext {
        TurnContext(now: now, turn: turn, locale: locale, channel: "whatsapp", kept: kept)
    }

    mutating func start(_ flow: String, seed: UInt64 = 1) throws {
        let index = try #require(program.flow(named: flow))
        turn += 1
        take(
            try interpreter.start(
                index,
                id: [UInt8](repeating: 7, count: 16),
                seed: seed,
                ledger: ledger,
                in: context
            )
        )
    }

    mutating func write(_ text: String) throws { try reply(.text(text)) }
    mutating func tap(_ choice: String) throws { try reply(.button(choice)) }

    mutating func reply(_ input: Input) throws {
        let session = try #require(session)
        turn += 1
        take(try interpreter.resume(session, with: input, ledger: ledger, in: context))
    }

    mutating func interrupt(with flow: String, certainty: String = "definite") throws {
        let session = try #require(session)
        let index = try #require(program.flow(named: flow))
        turn += 1
        let command = CommandStart(name: flow, certainty: certainty)
        take(
            try interpreter.interrupt(
                session,
                with: index,
                command: command,
                ledger: ledger,
                in: context
            )
        )
    }

    /// Moves the clock and lets whatever is due then act, in one turn.
    mutating func pass(_ period: String) throws {
        now = now.adding(try #require(Period(period)))
        let session = try #require(session)
        turn += 1
        take(try interpreter.timePassed(session, ledger: ledger, in: context))
    }

    private mutating func take(_ result: TurnResult) {
        session = result.session
        ledger = result.ledger
        effects = result.effects
        for shown in noticesSaid {
            // Every message of a talk passes; in the engine the gate decides.
            ledger.recordShown(
                ShownNotice(
                    notice: shown,
                    locale: program[locale].text,
                    channel: "whatsapp",
                    turn: turn,
                    at: now
                )
            )
        }
        for value in result.kept {
            kept.removeAll { $0.flow == value.flow && $0.slot == value.slot }
            kept.append(value)
        }
    }

    // MARK: What happened

    /// The step that waits, as `flow.step`, innermost last.
    var place: String {
        guard let session else { return "over" }
        return session.frames.map { frame in
            "\(program[frame.flow].name).\(program[frame.flow][step: frame.step].name)"
        }.joined(separator: " > ")
    }

    /// What the last turn said, with buttons.
    var said: [String] { lines.filter { $0.hasPrefix("say ") }.map { String($0.dropFirst(4)) } }

    /// The steps the last turn went through, with why.
    var moves: [String] {
        lines.filter { $0.hasPrefix("go ") }.map { String($0.dropFirst(3)) }
    }

    /// All of the last turn but the moves.
    var acts: [String] { lines.filter { !$0.hasPrefix("go ") && !$0.hasPrefix("say ") } }

    var lines: [String] {
        effects.flatMap { effect -> [String] in
            guard case .said(let utterance) = effect, let notice = utterance.notice else {
                return [line(effect)]
            }
            return [line(effect), "notice \(program[notice].version)"]
        }
    }

    private var noticesSaid: [NoticeVersion] {
        effects.compactMap { effect in
            guard case .said(let utterance) = effect else { return nil }
            return utterance.notice.map { program[$0].version }
        }
    }

    private func line(_ effect: Effect) -> String {
        func name(_ flow: FlowIndex, _ step: StepIndex) -> String { program[flow][step: step].name }
        return switch effect {
        case .started(let flow, let cause): "start \(program[flow].name) (\(cause.text))"
        case .moved(let move):
            "go \(name(move.flow, move.from)) → \(name(move.flow, move.to)) (\(move.cause.text))"
        case .said(let utterance): "say \(text(of: utterance))"
        case .consentChanged(let change, _):
            "\(change.purpose): \(change.from.rawValue) → \(change.to.rawValue)"
        case .consentRefused(let refused):
            "\(refused.purpose): \(refused.act.rawValue) refused, \(refused.reason.rawValue)"
        case .optedOut: "opted out"
        case .optedIn: "opted in"
        case .exercised(let right, let flow, let step):
            "exercised \(right.rawValue) at \(name(flow, step))"
        case .slotExpired(let flow, let slot): "forgot \(program[flow][slot: slot].name)"
        case .timersSet(let flow, let step, let timers): "set \(name(flow, step)) ×\(timers.count)"
        case .timersCancelled(let flow, let step, let timers):
            "cancelled \(name(flow, step)) ×\(timers.count)"
        case .timerFired(let flow, let step, _): "fired \(name(flow, step))"
        case .ended(let flow, let outcome, let cause):
            "end \(program[flow].name): \(outcome.map { program[flow].outcomes[$0] } ?? "none")"
                + " (\(cause.text))"
        }
    }

    private func text(of utterance: Utterance) -> String {
        let buttons = utterance.buttons.map { " [\(render($0.label, $0.values))]" }
        return render(utterance.message, utterance.values) + buttons.joined()
    }

    private func render(_ index: MessageIndex, _ values: [ArgumentValue?]) -> String {
        let message = program.catalog[index]
        do throws(RenderError) {
            return try message.templates[locale.value].render(locale: program[locale]) { name in
                let place = message.arguments.firstIndex { $0.name == name }
                return place.map { values[$0] ?? .text("∅") }
            }
        } catch {
            return "unrenderable: \(error)"
        }
    }

    func value(_ slot: String) -> Value? {
        guard let frame = session?.frames.last else { return nil }
        let index = program[frame.flow].slot(named: slot)
        return index.flatMap { frame.slots[$0.value]?.value }
    }
}
