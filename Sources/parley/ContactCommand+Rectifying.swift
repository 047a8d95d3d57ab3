import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import Conversations
import FlowInterpreter
import FlowProgram
import MessageCatalog

struct ContactRectifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rectify",
        abstract: "Correct or remove a value that is kept about a contact (Art. 16 GDPR).",
        discussion: """
            The value is checked as the flow would check it. Dates are written 2026-03-01, numbers \
            with a point, yes or no as these words, a choice by its name in the flow: what an \
            operator types means the same in every language. An open request for rectification is \
            closed.

              parley contact rectify +491700000001 order-updates/first-name "New Name"
              parley contact rectify +491700000001 newsletter/interest --remove
            """
    )

    @OptionGroup var contact: ContactOption

    @Argument(help: "FLOW/SLOT, as `parley contact show` names it.")
    var slot: String

    @Argument(help: "The right value.")
    var value: String?

    @Flag(name: .long, help: "Remove the value.")
    var remove = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (value == nil) == remove else {
            throw ValidationError("give the right value, or --remove")
        }
    }

    func run() async throws {
        try await ending {
            let parts = slot.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw Failure.cannotRun("`\(slot)` is no FLOW/SLOT")
            }
            try await contact.open { session, address in
                guard let state = try session.engine.state(of: address) else {
                    throw Failure.noContact
                }
                let place = KeptPlace(flow: String(parts[0]), slot: String(parts[1]))
                let operation = Operation.rectify(
                    flow: place.flow,
                    slot: place.slot,
                    to: try place.correction(value, of: state, in: session.program)
                )
                let report = try await session.engine.perform(
                    operation,
                    by: .operator,
                    for: address
                )
                guard let report else { throw Failure.noContact }
                ContactChanges(report).print(remove ? "removed" : "corrected", json: json)
            }
        }
    }
}

/// Where a kept value stands.
private struct KeptPlace {
    let flow: String
    let slot: String

    /// The value to put there; `nil` for none.
    func correction(
        _ text: String?,
        of state: ContactState,
        in program: Program
    ) throws -> Value? {
        let isKept = state.kept.contains { $0.flow == flow && $0.slot == slot }
        guard let text else {
            guard isKept else { throw Failure.cannotRun("nothing is kept as `\(flow)/\(slot)`") }
            return nil
        }
        guard let index = program.flow(named: flow), let place = program[index].slot(named: slot)
        else { throw Failure.cannotRun("no flow of the workspace has a slot `\(flow)/\(slot)`") }
        let declared = program[index][slot: place]
        guard isKept || declared.keep != nil, !declared.isBirthDate else {
            throw Failure.cannotRun(
                "`\(flow)/\(slot)` is not kept after its conversation, so there is nothing to "
                    + "correct"
            )
        }
        guard let value = OperatorValue.read(text, as: declared.kind) else {
            throw Failure.cannotRun(
                "the value does not fit `\(flow)/\(slot)`, \(OperatorValue.wanted(declared.kind))"
            )
        }
        return value
    }
}

/// What an operator writes for a value: one form for each type, whatever the language.
///
/// In a letter, `01/02/03` may be three dates; a correction must not guess.
enum OperatorValue {
    static func read(_ text: String, as kind: SlotKind) -> Value? {
        switch kind {
        case .text(let maximum):
            let isClean = text.unicodeScalars.allSatisfy { scalar in
                scalar == "\n" || scalar.properties.generalCategory != .control
            }
            guard isClean, (1...maximum).contains(text.count) else { return nil }
            return .text(text)
        case .number(let minimum, let maximum):
            guard let number = DecimalNumber(text), number >= minimum ?? number,
                number <= maximum ?? number
            else { return nil }
            return .number(number)
        case .date(let minimum, let maximum):
            guard let date = CalendarDate(text), date >= minimum ?? date, date <= maximum ?? date
            else { return nil }
            return .date(date)
        case .email: return EmailAddress(text).map { .text($0.text) }
        case .phone: return PhoneNumber(text).map { .text($0.text) }
        case .choice(let options):
            return options.contains { $0.name == text } ? .text(text) : nil
        case .yesNo: return ["yes": true, "no": false][text].map { .truth($0) }
        case .purpose, .notice: return nil
        }
    }

    static func wanted(_ kind: SlotKind) -> String {
        switch kind {
        case .text(let maximum): "a text of 1 to \(maximum) characters"
        case .number(let minimum, let maximum):
            "a number such as 12.5\(bounds(minimum?.text, maximum?.text))"
        case .date(let minimum, let maximum):
            "a date such as 2026-03-01\(bounds(minimum?.text, maximum?.text))"
        case .email: "an e-mail address"
        case .phone: "a telephone number such as +491700000001"
        case .choice(let options):
            "one of " + options.map { "`\($0.name)`" }.joined(separator: ", ")
        case .yesNo: "yes or no"
        case .purpose, .notice: "which only a flow gives"
        }
    }

    private static func bounds(_ minimum: String?, _ maximum: String?) -> String {
        (minimum.map { ", at least \($0)" } ?? "") + (maximum.map { ", at most \($0)" } ?? "")
    }
}
