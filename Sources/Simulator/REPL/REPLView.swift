import Storage
import MessageCatalog
import Audit
import Clocks
import Consent
import ConversationRuntime
import Conversations
import FlowInterpreter
import FlowProgram

/// What the questions at the prompt (`/state`, `/slots` …) are answered with.
struct REPLView {
    let world: ChatWorld

    var program: Program { world.engine.registry.current.program }

    /// The conversation that is going on, on the program it runs on.
    private func placement(of state: ContactState) throws(EngineError) -> Placement? {
        guard let session = state.session else { return nil }
        do {
            return try world.engine.registry.place(session)
        } catch {
            throw .program(error)
        }
    }

    func state() throws(EngineError) -> [String] {
        guard let state = try world.engine.state(of: world.address) else {
            return ["nothing is stored about this contact yet"]
        }
        var lines = [
            "contact \(state.address)   locale \(state.locale.isEmpty ? "—" : state.locale)   "
                + "turn \(state.turn)   time \(world.clock.now().text)"
        ]
        if state.ledger.isOptedOut { lines.append("opted out: only START reaches a flow") }
        guard let placed = try placement(of: state) else {
            return lines + ["no conversation is going on"]
        }
        let running = placed.decider.program
        lines.append("program \(running.digest.short)")
        for frame in placed.session.frames {
            let flow = running[frame.flow]
            let step = flow[step: frame.step]
            lines.append(
                "  \(flow.reference)  at \(step.name) (flows/\(flow.name).yaml:\(step.line))"
            )
        }
        return lines
    }

    func slots() throws(EngineError) -> [String] {
        guard let state = try world.engine.state(of: world.address) else { return ["no values"] }
        var lines: [String] = []
        if let placed = try placement(of: state) {
            for frame in placed.session.frames {
                let flow = placed.decider.program[frame.flow]
                for (place, slot) in flow.slots.enumerated() {
                    let held = frame.slots[place]
                    let value = held.map { text(of: $0.value) } ?? "—"
                    lines.append("\(flow.name)/\(slot.name) = \(value)\(life(of: held))")
                }
            }
        }
        for kept in state.kept {
            lines.append(
                "\(kept.flow)/\(kept.slot) = \(text(of: kept.value.value)) (kept)"
                    + life(of: kept.value)
            )
        }
        return lines.isEmpty ? ["no values"] : lines
    }

    func consent() throws(EngineError) -> [String] {
        guard let state = try world.engine.state(of: world.address) else {
            return ["nothing is stored about this contact yet"]
        }
        var lines = program.purposes.map { declared -> String in
            let key = ConsentKey(declared.id, on: state.address.channel)
            let record = state.ledger.records[key]
            var line = "\(declared.id): \(state.ledger.state(of: key).rawValue)"
            if let record { line += " since \(record.since.text)" }
            if let end = record?.expiresAt { line += ", until \(end.text)" }
            if let end = record?.coolsUntil, end > world.clock.now() {
                line += ", not asked again before \(end.text)"
            }
            return line
        }
        for proof in try world.engine.evidence(of: world.address) {
            lines.append("")
            lines += Self.lines(of: proof)
        }
        return lines
    }

    func timers() throws(EngineError) -> [String] {
        guard let state = try world.engine.state(of: world.address) else { return ["no timers"] }
        var timers: [(due: Timestamp, what: String)] = []
        if let placed = try placement(of: state) {
            let running = placed.decider.program
            for frame in placed.session.frames {
                let flow = running[frame.flow]
                for deadline in frame.deadlines {
                    let held = flow[step: frame.heldStep ?? frame.step]
                    timers.append(
                        (deadline.due, "\(flow.name): \(held.describe(deadline, in: flow))")
                    )
                }
            }
            let idle = placed.session.lastTurnAt.adding(running.sessionIdle)
            timers.append((idle, "the conversation ends, unanswered"))
        }
        for (key, record) in state.ledger.records.sorted(by: { $0.key < $1.key }) {
            if let end = record.expiresAt {
                timers.append((end, "consent for \(key.purpose) ends"))
            }
        }
        if let deletion = state.plannedDeletion(program.retention) {
            timers.append((deletion.dueAt, "the contact is erased: \(deletion.sentence)"))
        }
        if let held = state.heldUntil { timers.append((held, "what waits is sent")) }
        guard !timers.isEmpty else { return ["no timers"] }
        return timers.sorted { ($0.due, $0.what) < ($1.due, $1.what) }
            .map { "\($0.due.text)  \($0.what)" }
    }

    func audit() throws(EngineError) -> [String] {
        do {
            let leaves = try world.engine.store.leaves(from: 0, limit: 1000)
            return leaves.map { leaf in
                let number = String(leaf.index)
                let padding = String(repeating: " ", count: max(0, 4 - number.count))
                // Why it is none is for `parley audit verify` to say.
                guard let decoded = try? AuditLeaf.decode(leaf.body) else {
                    return "\(padding)\(number)  not a leaf"
                }
                return "\(padding)\(number)  \(EventLine.text(decoded.event))"
            }
        } catch {
            throw .store(error)
        }
    }

    func why() -> [String] {
        guard let why = world.lastReport?.why else { return ["nothing was said yet"] }
        let command = why.command.command.map { "\($0.rawValue) (\(why.command.certainty))" }
        let reasons = why.command.because.map(\.sentence).joined(separator: "; ")
        var lines = ["opt-out and commands: \(command ?? "none") — \(reasons)"]
        lines += why.attempts.map { attempt in
            let mark = attempt.took ? "✓" : "·"
            return "\(mark) \(attempt.matcher.rawValue) `\(attempt.candidate)`: \(attempt.because)"
        }
        if why.command.command == nil, !why.attempts.contains(where: \.took) {
            lines.append(
                why.attempts.isEmpty ? "no question was open" : "so the reply was unclear"
            )
        }
        return lines
    }

    static func lines(of proof: ConsentEvidence) -> [String] {
        let change = proof.change
        var lines = [
            "\(proof.at.text)  \(change.purpose): "
                + "\(change.from.rawValue) → \(change.to.rawValue)",
            "  by \(proof.cause), on \(proof.channel), in \(proof.locale), turn \(proof.turn)",
        ]
        if let id = proof.providerID { lines.append("  message \(id)") }
        if !proof.flow.isEmpty { lines.append("  \(proof.flow) at \(proof.step)") }
        if let shown = change.notice {
            lines.append("  notice \(shown.notice), shown in \(shown.locale) at \(shown.at.text)")
        }
        if let words = proof.wordsShown {
            lines.append("  answering:")
            lines += ChatText.lines(words, first: "| ").map { "    \($0)" }
        }
        return lines
    }

    private func text(of value: Value) -> String {
        switch value {
        case .text(let text): "\"\(text)\""
        case .number(let number): number.text
        case .truth(let truth): truth ? "yes" : "no"
        case .date(let date): date.text
        case .purpose(let purpose): program[purpose].id.name
        case .notice(let notice): program[notice].version.description
        }
    }

    private func life(of value: SlotValue?) -> String {
        value?.expiresAt.map { ", until \($0.text)" } ?? ""
    }
}

extension Step {
    fileprivate func describe(_ deadline: PendingDeadline, in flow: Flow) -> String {
        switch deadline.edge {
        case .waitOver: "the wait at \(name) is over"
        case .after(let place):
            "after \(deadlines[place].period.text) at \(name) → "
                + flow[step: deadlines[place].target].name
        }
    }
}
