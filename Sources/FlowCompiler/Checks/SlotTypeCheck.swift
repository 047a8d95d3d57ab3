import Clocks
import Consent
import FlowProgram
import MessageCatalog

/// Reports slots and parameters that cannot be as declared.
///
/// Codes: `invalid-value` (an unknown type or command, a bound that cannot be read or leaves no
/// room), `missing-key` (a `choice` without options), `misplaced-key` (a bound the type has not,
/// `age` of another type than `date`).
enum SlotTypeCheck {
    private static let commands = CommandKind.allCases.map(\.rawValue)

    static func run(_ symbols: SymbolTable, _ diagnostics: inout Diagnostics) {
        for flow in symbols.soundFlows {
            if let command = flow.syntax.command, !commands.contains(command.value) {
                diagnostics.report(
                    .invalidValue,
                    at: command.span,
                    "\(command.value.quoted) is not a command",
                    help: Suggestion.help(for: command.value, among: commands)
                        ?? "the commands are \(commands.quotedList("and"))"
                )
            }
            for parameter in flow.syntax.parameters {
                checkType(parameter.type, among: SlotType.ofParameters, &diagnostics)
            }
            for slot in flow.syntax.slots { check(slot, &diagnostics) }
        }
    }

    private static func checkType(
        _ written: Located<String>,
        among types: [SlotType],
        _ diagnostics: inout Diagnostics
    ) {
        guard !types.contains(where: { $0.rawValue == written.value }) else { return }
        let names = types.map(\.rawValue)
        diagnostics.report(
            .invalidValue,
            at: written.span,
            "\(written.value.quoted) is not a type here",
            help: Suggestion.help(for: written.value, among: names)
                ?? "the types are \(names.quotedList("and"))"
        )
    }

    private static func check(_ slot: SlotSyntax, _ diagnostics: inout Diagnostics) {
        checkType(slot.type, among: SlotType.ofSlots, &diagnostics)
        guard let type = SlotType(rawValue: slot.type.value) else { return }
        if let age = slot.age, age.value, type != .date {
            diagnostics.report(
                .misplacedKey,
                at: age.span,
                "only a `date` is a date of birth",
                help: "give the slot the type `date`, or leave `age` out"
            )
        }
        if type == .choice {
            options(of: slot, &diagnostics)
        } else if let option = slot.options.first {
            diagnostics.report(
                .misplacedKey,
                at: option.span,
                "only a `choice` has options"
            )
        }
        switch type {
        case .text: text(slot, &diagnostics)
        case .number:
            bounds(slot, "a number", &diagnostics) { (text: String) in DecimalNumber(text) }
        case .date:
            bounds(slot, "a date such as `2026-03-01`", &diagnostics) { (text: String) in
                CalendarDate(text)
            }
        case .email, .phone, .choice, .yesNo, .purpose, .notice:
            for bound in [slot.minimum, slot.maximum] {
                if let bound { misplaced(bound, type, &diagnostics) }
            }
        }
    }

    private static func options(of slot: SlotSyntax, _ diagnostics: inout Diagnostics) {
        if slot.options.isEmpty {
            diagnostics.report(
                .missingKey,
                at: slot.name.span,
                "the choice \(slot.name.value.quoted) needs `options`",
                help: "for example `options: [small, large]`"
            )
        }
        var seen: Set<String> = []
        for option in slot.options where !seen.insert(option.value).inserted {
            diagnostics.report(
                .duplicateKey,
                at: option.span,
                "the option \(option.value.quoted) is here twice"
            )
        }
    }

    private static func text(_ slot: SlotSyntax, _ diagnostics: inout Diagnostics) {
        if let minimum = slot.minimum { misplaced(minimum, .text, &diagnostics) }
        guard let maximum = slot.maximum, SlotBounds.textMaximum(slot) == nil else { return }
        diagnostics.report(
            .invalidValue,
            at: maximum.span,
            "`max` of a text is a number of characters from 1 to \(Limits.textSlotMaximum), "
                + "not \(maximum.value.quoted)"
        )
    }

    private static func misplaced(
        _ bound: Located<String>,
        _ type: SlotType,
        _ diagnostics: inout Diagnostics
    ) {
        diagnostics.report(
            .misplacedKey,
            at: bound.span,
            "a slot of type \(type.rawValue.quoted) has no such bound"
        )
    }

    private static func bounds<Bound: Comparable>(
        _ slot: SlotSyntax,
        _ kind: String,
        _ diagnostics: inout Diagnostics,
        _ read: (String) -> Bound?
    ) {
        var isReadable = true
        for case let written? in [slot.minimum, slot.maximum] where read(written.value) == nil {
            isReadable = false
            diagnostics.report(
                .invalidValue,
                at: written.span,
                "\(written.value.quoted) is not \(kind)"
            )
        }
        guard isReadable, SlotBounds.areOrdered(slot, read) == false, let last = slot.maximum
        else { return }
        diagnostics.report(
            .invalidValue,
            at: last.span,
            "`max` is less than `min`",
            help: "swap them"
        )
    }
}
