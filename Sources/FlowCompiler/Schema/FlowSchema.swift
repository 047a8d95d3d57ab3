import Consent
import FlowProgram

/// The form of a flow file.
enum FlowSchema {
    private typealias Parts = SchemaParts
    private typealias Key = SchemaParts.Key

    static var root: JSONText {
        Parts.mapping(
            "A conversation in named steps.",
            [
                Key("flow", Parts.name("The file's name.", "order-updates"), isRequired: true),
                Key(
                    "revision",
                    Parts.whole("Grows when you mean a new edition.", 1...1_000_000)
                ),
                Key("about", Parts.text("One sentence for people.")),
                Key(
                    "starts-with",
                    Parts.texts("Word sets that start the flow when nothing else is on.", "hello")
                ),
                Key(
                    "command",
                    Parts.choice(
                        "The command this flow words.",
                        of: CommandKind.allCases.map(\.rawValue)
                    )
                ),
                Key(
                    "claims",
                    Parts.texts("Its own although a command word is in it.", "stop order *")
                ),
                Key(
                    "parameters",
                    Parts.named(
                        "What a caller must give.",
                        Parts.choice(
                            "The type.",
                            of: SlotType.ofParameters.map(\.rawValue)
                        )
                    )
                ),
                Key("slots", Parts.named("What the flow remembers.", slot)),
                Key(
                    "steps",
                    Parts.named("The first is where it starts.", reference("step")),
                    isRequired: true
                ),
            ]
        )
    }

    static var definitions: [(key: String, value: JSONText)] {
        [
            ("step", Parts.mapping("A step.", doing + going)),
            ("choice", choice),
            ("message", message),
            ("assignments", assignments),
        ]
    }

    private static func reference(_ name: String) -> JSONText {
        .object([("$ref", .text("#/$defs/\(name)"))])
    }

    private static var slot: JSONText {
        Parts.mapping(
            "A slot.",
            [
                Key(
                    "type",
                    Parts.choice("What it reads.", of: SlotType.ofSlots.map(\.rawValue)),
                    isRequired: true
                ),
                Key("min", bound("The least number, or the first date.")),
                Key("max", bound("The greatest number, the last date, the most characters.")),
                Key("options", Parts.texts("The answers of a `choice`.", "small")),
                Key("personal", Parts.truth("Whether it is personal data.")),
                Key("keep", Parts.period("How long a value lives.", "30 days")),
                Key("age", Parts.truth("A date of birth, for purposes with a `minimum-age`.")),
            ]
        )
    }

    private static func bound(_ about: String) -> JSONText {
        Parts.either(about, [Parts.kind("number"), Parts.kind("string")])
    }

    private static var acts: [Key] {
        [
            Key("request", Parts.name("Ask for consent to this purpose.")),
            Key("confirm", Parts.name("The contact consents; on a choice only.")),
            Key("decline", Parts.name("The answer is no.")),
            Key("withdraw", Parts.name("Consent ends; `all` is every purpose.")),
            Key("lapse", Parts.name("An open request is put aside; on a step only.")),
        ]
    }

    private static var doing: [Key] {
        [Key("set", reference("assignments"))] + acts + [
            Key(
                ExerciseParser.key,
                Parts.choice("A right the contact exercises.", of: Right.ofFlows.map(\.rawValue))
            ),
            Key("notice", Parts.name("Show the current version of a notice.", "privacy")),
            Key("say", reference("message")),
            Key("for", Parts.name("The purpose the message serves.")),
        ]
    }

    private static var going: [Key] {
        let step = Parts.name("A step.")
        return [
            Key(
                "then",
                Parts.either(
                    "Go on; after a call by outcome.",
                    [step, Parts.named("For each outcome a step.", step)]
                )
            ),
            Key("end", Parts.name("The flow ends with this outcome.", "done")),
            Key("choose", Parts.named("Wait for one of these choices.", reference("choice"))),
            Key(
                "match",
                Parts.named("Wait for a text of this form.", reference("choice"), keys: nil)
            ),
            Key("ask", Parts.name("Wait for a value of this slot.")),
            Key("when", Parts.named("The first that is true; else `then`.", step, keys: nil)),
            Key("call", Parts.name("Run another flow.", "double-opt-in")),
            Key("with", Parts.named("What the called flow is given.", bound("A value."))),
            Key("random", random),
            Key("wait", Parts.period("Let time pass.", "1 day")),
            Key(
                "after",
                Parts.named("If there is no answer by then.", step, keys: "^\\d{1,7} ?[a-z]+$")
            ),
            Key("unclear", unclear),
        ]
    }

    private static var random: JSONText {
        Parts.either(
            "One of these steps, by chance.",
            [
                .object([("type", .text("array")), ("items", Parts.kind("string"))]),
                Parts.named("For each step its weight.", Parts.whole("The weight.", 1...1000)),
            ]
        )
    }

    private static var unclear: JSONText {
        Parts.mapping(
            "What to do when a reply fits nothing.",
            [
                Key("say", reference("message")),
                Key("times", Parts.whole("How often to answer.", 0...Limits.unclearMaximum)),
                Key("then", Parts.name("Where to go after that.")),
                Key("skip", Parts.truth("Go on without a value; for `ask` only.")),
            ]
        )
    }

    private static var choice: JSONText {
        let keys =
            acts + [
                Key("set", reference("assignments")),
                Key("label", reference("message")),
                Key("then", Parts.name("Where it leads.")),
                Key("end", Parts.name("The flow ends with this outcome.")),
            ]
        return Parts.either(
            "A step, or what the choice does and where it leads.",
            [Parts.name("A step."), Parts.mapping("A choice.", keys)]
        )
    }

    private static var message: JSONText {
        Parts.either(
            "The key of a text, or a text for each locale.",
            [
                Parts.name("A key of the locale files."),
                Parts.named("Texts by locale.", Parts.text("A text."), keys: nil),
            ]
        )
    }

    private static var assignments: JSONText {
        Parts.named(
            "Slots and the expressions they are set to.",
            Parts.either(
                "An expression.",
                [Parts.kind("string"), Parts.kind("number"), Parts.kind("boolean")]
            )
        )
    }
}
