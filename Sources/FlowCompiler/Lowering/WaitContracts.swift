import ByteCoding
import Clocks
import FlowProgram

/// What a session that waits at a step relies on, as a digest.
///
/// Accepted replies, where they lead, which acts they are and which rights they exercise, by name;
/// the slots in scope with their kinds; the texts the flow claims; deadlines; the exit for unclear
/// replies. Not the texts, nor words for choices: an edition that only rewords may take the session
/// over.
struct WaitContracts {
    private let scope: ProgramDigest
    /// The right exercised at each step that has one.
    private let rights: [String: String]

    init(_ flow: FlowSymbols) {
        let exercising = flow.syntax.steps.compactMap { step in
            step.right.map { (step.name.value, $0.value) }
        }
        rights = Dictionary(exercising) { first, _ in first }
        scope = ProgramDigest(domain: "parley slots 1") { writer in
            writer.write(list: flow.declarations) { writer, declaration in
                writer.write(declaration.name.value)
                writer.write(declaration.isParameter)
                writer.write(declaration.type?.rawValue ?? "")
                let slot = declaration.slot
                for bound in [slot?.minimum, slot?.maximum] {
                    writer.write(optional: bound?.value) { $0.write($1) }
                }
                writer.write(list: slot?.options ?? []) { $0.write($1.value) }
                writer.write(optional: slot?.keep?.value) { $0.write($1) }
                writer.write(slot?.isBirthDate ?? false)
            }
            writer.write(list: flow.syntax.claims) { $0.write($1.value) }
        }
    }

    func digest(of step: StepSyntax) -> ProgramDigest {
        ProgramDigest(domain: "parley wait 1") { writer in
            writer.write(step.name.value)
            writer.write(scope)
            writer.write(exit: step.exit)
            writer.write(list: step.targets) { $0.write(rights[$1.value] ?? "") }
            writer.write(list: step.deadlines) { writer, deadline in
                writer.write(deadline.period.value)
                writer.write(deadline.target.value)
            }
            writer.write(optional: step.unclear) { writer, unclear in
                writer.write(unclear.times)
                writer.write(unclear.skips)
                writer.write(optional: unclear.target?.value) { $0.write($1) }
            }
        }
    }
}

extension ByteWriter {
    mutating func write(_ period: Period) {
        write(signed: Int64(period.months))
        write(signed: period.milliseconds)
    }

    fileprivate mutating func write(exit: ExitSyntax) {
        switch exit {
        case .then(let target):
            write("then")
            write(target.value)
        case .end(let outcome):
            write("end")
            write(outcome.value)
        case .choose(let choices, let patterns):
            write("choose")
            write(list: choices) { writer, choice in
                writer.write(choice.name.value)
                writer.write(optional: choice.act) { writer, act in
                    writer.write(act.kind.rawValue)
                    writer.write(act.purpose.value)
                }
                writer.write(list: choice.assignments) { $0.write($1.slot.value) }
                writer.write(target: choice.target)
            }
            write(list: patterns) { writer, pattern in
                writer.write(pattern.source.value)
                writer.write(list: pattern.assignments) { $0.write($1.slot.value) }
                writer.write(target: pattern.target)
            }
        case .ask(let slot, let target):
            write("ask")
            write(slot.value)
            write(target.value)
        case .when(let branches, let otherwise):
            write("when")
            write(list: branches) { $0.write($1.target.value) }
            write(otherwise.value)
        case .call(let call):
            write("call")
            write(call.flow.value)
            write(continuation: call.continuation)
        case .random(let targets):
            write("random")
            write(list: targets) { writer, target in
                writer.write(target.target.value)
                writer.write(target.weight)
            }
        case .wait(let period, let target):
            write("wait")
            write(period.value)
            write(target.value)
        }
    }

    private mutating func write(target: TargetSyntax) {
        switch target {
        case .step(let name):
            write("step")
            write(name.value)
        case .end(let outcome):
            write("end")
            write(outcome.value)
        }
    }

    private mutating func write(continuation: ContinuationSyntax) {
        switch continuation {
        case .always(let target):
            write("always")
            write(target.value)
        case .byOutcome(let cases, _):
            write("by outcome")
            write(list: cases) { writer, pair in
                writer.write(pair.outcome.value)
                writer.write(pair.target.value)
            }
        }
    }
}
