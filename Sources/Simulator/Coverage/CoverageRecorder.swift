import Audit
import ConversationRuntime
import Conversations
import FlowInterpreter
import FlowProgram
import MessageCatalog
import Storage

/// Reads in the audit log which points of the flows a played conversation went through.
///
/// The log is what the engine itself says it did, called flows and detours included, and a refused
/// turn leaves nothing in it to be counted.
struct CoverageRecorder {
    /// A running flow and the step it stands at.
    private struct Place {
        let flow: FlowIndex
        var step: StepIndex
    }

    private let program: Program
    /// What contacts speak who begin by writing.
    private let spoken: LocaleIndex
    private var nextLeaf: UInt64 = 0
    /// The flows of each session, the running one last.
    private var places: [[UInt8]: [Place]] = [:]
    /// The question whose deadline fired just now, by session.
    private var fired: [[UInt8]: Place] = [:]
    /// By the contact's pseudonym.
    private var locales: [[UInt8]: LocaleIndex] = [:]
    private(set) var coverage = Coverage()

    init(program: Program, locale: LocaleTag?) {
        self.program = program
        spoken = locale.map { program.locale(for: $0) } ?? .source
    }

    /// Reads what was written since the last time.
    ///
    /// `attempts` are what the matchers said of the message that was just taken: they tell apart
    /// edges of one step that lead to the same place, which the log does not.
    mutating func read(
        _ store: any ConversationStore,
        _ attempts: [MatchAttempt]
    ) throws(EngineError) {
        while true {
            let leaves: [StoredLeaf]
            do {
                leaves = try store.leaves(from: nextLeaf, limit: Self.leavesAtOnce)
            } catch {
                throw .store(error)
            }
            guard let last = leaves.last else { return }
            for leaf in leaves {
                guard let decoded = try? AuditLeaf.decode(leaf.body) else {
                    preconditionFailure("a leaf that was just written can be read")
                }
                take(decoded.event, attempts)
            }
            nextLeaf = last.index + 1
        }
    }

    private static let leavesAtOnce = 1000

    private mutating func take(_ event: AuditEvent, _ attempts: [MatchAttempt]) {
        if let subject = event.subject { noteLocale(event, of: subject) }
        guard let name = event.flow?.prefix(while: { $0 != "@" }),
            let flow = program.flow(named: String(name))
        else { return }
        if event.kind == .messageEnqueued { return said(event, flow) }
        guard let session = event.session else { return }
        switch event.kind {
        case .flowStarted:
            places[session, default: []].append(Place(flow: flow, step: Flow.entry))
            coverage.count(.step, at: Flow.entry, of: flow)
        case .flowMoved: move(event, flow, session, attempts)
        case .flowEnded: end(event, flow, session, attempts)
        case .timerFired:
            fired[session] = step(event.from, flow).map { Place(flow: flow, step: $0) }
        // No other kind tells where a conversation goes.
        default: return
        }
    }

    /// A contact's language is what they came with until it is changed.
    private mutating func noteLocale(_ event: AuditEvent, of subject: [UInt8]) {
        if event.kind == .contactCreated {
            locales[subject] = event.actor == Actor.contact.rawValue ? spoken : .source
        } else if event.kind == .configChanged, event.cause == "locale" {
            locales[subject] = event.to.flatMap { LocaleTag($0) }.map { program.locale(for: $0) }
        }
    }

    /// What a conversation says last belongs to no session any more.
    private mutating func said(_ event: AuditEvent, _ flow: FlowIndex) {
        guard let step = step(event.from, flow) else { return }
        let locale = event.subject.flatMap { locales[$0] } ?? .source
        coverage.count(.texts(locale), at: step, of: flow)
    }

    private func step(_ name: String?, _ flow: FlowIndex) -> StepIndex? {
        name.flatMap { program[flow].step(named: $0) }
    }

    private mutating func move(
        _ event: AuditEvent,
        _ flow: FlowIndex,
        _ session: [UInt8],
        _ attempts: [MatchAttempt]
    ) {
        guard let from = step(event.from, flow), let to = step(event.to, flow) else { return }
        if let top = places[session]?.indices.last { places[session]?[top].step = to }
        coverage.count(.step, at: to, of: flow)
        if let held = fired.removeValue(forKey: session), let timer = timer(held, event, to) {
            coverage.count(.timer(timer), at: held.step, of: flow)
            return
        }
        let step = program[flow][step: from]
        let edges = step.edges.filter { edge in
            step.target(of: edge) == .step(to) && step.leaves(event.cause, taking: edge, program)
        }
        guard let edge = step.pick(edges, attempts) else { return }
        coverage.count(.edge(edge), at: from, of: flow)
    }

    /// The timer of a question that led to `to`; of several that are the same, the one that fired
    /// least.
    private func timer(
        _ held: Place,
        _ event: AuditEvent,
        _ to: StepIndex
    ) -> FlowTimer? {
        let step = program[held.flow][step: held.step]
        let timers = step.timers.filter { timer in
            step.target(of: timer) == to && step.leaves(event.cause, firing: timer)
        }
        func count(_ timer: FlowTimer) -> Int {
            coverage[FlowPoint(flow: held.flow, step: held.step, kind: .timer(timer))]
        }
        return timers.min { count($0) < count($1) }
    }

    private mutating func end(
        _ event: AuditEvent,
        _ flow: FlowIndex,
        _ session: [UInt8],
        _ attempts: [MatchAttempt]
    ) {
        guard var running = places[session] else { return }
        defer { places[session] = running.isEmpty ? nil : running }
        if let name = event.to, let top = running.last, top.flow == flow {
            running.removeLast()
            let step = program[flow][step: top.step]
            let outcome = program[flow].outcomes.firstIndex(of: name)
            let edges = step.edges.filter { edge in
                outcome.map { step.target(of: edge) == .end(outcome: $0) } ?? false
            }
            if let edge = step.pick(edges, attempts) {
                coverage.count(.edge(edge), at: top.step, of: flow)
            }
            return
        }
        // After an opt-out or an erasure the flow that words it goes on, and its callers end.
        let isAbandoned = ["stop", "delete"].contains { Cause.command($0).text == event.cause }
        let below = isAbandoned ? running.dropLast().lastIndex { $0.flow == flow } : nil
        if let place = below ?? running.lastIndex(where: { $0.flow == flow }) {
            running.remove(at: place)
        }
    }
}

extension Step {
    /// Whether the log names this cause when an edge is taken.
    fileprivate func leaves(_ cause: String?, taking edge: FlowEdge, _ program: Program) -> Bool {
        switch (edge, exit) {
        case (.then, .call(let call)):
            program[call.flow].outcomes.contains { cause == Cause.returned($0).text }
        case (.then, _): cause == Cause.then.text
        case (.choice(let place), .reply(let menu)):
            Matcher.allCases.contains { cause == Cause.choice(menu.choices[place].name, $0).text }
        case (.pattern, _): cause == Cause.pattern.text
        case (.answer, _): cause == Cause.slot.text
        case (.unclear, _): cause == Cause.unclear.text
        case (.branch(let place), _): cause == Cause.branch(place).text
        case (.otherwise, _): cause == Cause.otherwise.text
        case (.drawn, _): cause == Cause.drawn.text
        case (.returned(let place), .call(let call)):
            cause == Cause.returned(program[call.flow].outcomes[place]).text
        case (.choice, _), (.returned, _): false
        }
    }

    fileprivate func leaves(_ cause: String?, firing timer: FlowTimer) -> Bool {
        switch timer {
        case .after(let place): cause == Cause.after(deadlines[place].period).text
        case .waitOver: cause == Cause.waitOver.text
        }
    }

    /// The one of these edges that was taken; the matchers know which if the log does not.
    fileprivate func pick(_ edges: [FlowEdge], _ attempts: [MatchAttempt]) -> FlowEdge? {
        guard edges.count > 1 else { return edges.first }
        let patterns = attempts.filter { $0.matcher == .pattern }
        return edges.first { edge in
            switch (edge, exit) {
            case (.pattern(let place), _):
                patterns.indices.contains(place) && patterns[place].took
            case (.choice(let place), .reply(let menu)):
                attempts.contains {
                    $0.took && $0.matcher != .pattern
                        && $0.candidate == menu.choices[place].name
                }
            case (.then, _), (.choice, _), (.answer, _), (.unclear, _), (.branch, _),
                (.otherwise, _), (.drawn, _), (.returned, _):
                false
            }
        }
    }
}
