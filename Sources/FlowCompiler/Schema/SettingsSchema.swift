import Consent
import FlowProgram

/// The form of `parley.yaml`.
enum SettingsSchema {
    private static let country = "^[A-Z]{2}$"
    private static let origin = "^[A-Za-z0-9][!-*,-~]{0,63}$"
    private typealias Parts = SchemaParts
    private typealias Key = SchemaParts.Key

    static var root: JSONText {
        Parts.mapping(
            "Who speaks, in which languages, for which purposes.",
            [
                Key("controller", controller, isRequired: true),
                Key(
                    "locales",
                    Parts.texts("The first is the source.", "en"),
                    isRequired: true
                ),
                Key("purposes", Parts.named("What data may be used for.", purpose)),
                Key("notices", Parts.named("What contacts are shown.", notice)),
                Key("channels", Parts.named("Where contacts write.", channel)),
                Key("vendors", Parts.named("Who receives data with a channel.", vendor)),
                Key("opt-out", optOut),
                Key("retention", Parts.mapping("How long things are kept.", retention)),
                Key(
                    "store",
                    Parts.mapping(
                        "The store.",
                        [Key("country", Parts.text("Where it stands.", form: country))]
                    )
                ),
                Key("audit", audit),
                Key("serve", serve),
            ]
        )
    }

    private static var controller: JSONText {
        Parts.mapping(
            "Who is responsible (Art. 13(1)(a) GDPR).",
            [
                Key("name", Parts.text("`{controller}` in texts."), isRequired: true),
                Key("address", Parts.text("`{controller-address}`."), isRequired: true),
                Key("contact", Parts.text("`{controller-contact}`."), isRequired: true),
                Key("country", Parts.text("Its country.", "DE"), isRequired: true),
                Key("dpo", Parts.text("How to reach the data protection officer.")),
                Key("authority", Parts.text("The authority that takes complaints.")),
            ]
        )
    }

    private static var purpose: JSONText {
        Parts.mapping(
            "A purpose.",
            [
                Key(
                    "opt-in",
                    Parts.choice("How many acts consent takes.", of: ["double", "single"]),
                    isRequired: true
                ),
                Key("explicit", Parts.truth("A statement of its own (Art. 9 GDPR).")),
                Key("legal-basis", Parts.text("The legal basis.", "consent")),
                Key("marketing", Parts.truth("Whether it is marketing.")),
                Key(
                    "notice",
                    Parts.name("Must be shown before a yes counts.", "privacy"),
                    isRequired: true
                ),
                Key(
                    "confirm-within",
                    Parts.period("From the first request; at most 14 days.", "24 hours")
                ),
                Key(
                    "ask-again-after",
                    Parts.period("After a refusal no step asks before that.", "6 months")
                ),
                Key("lapses-after", Parts.period("Given consent ends by itself.", "24 months")),
                Key("data", Parts.texts("What is processed.", "phone number")),
                Key("recipients", Parts.texts("Who gets it.", "WhatsApp")),
                Key("special-categories", Parts.texts("Art. 9 GDPR.", "health")),
                Key(
                    "minimum-age",
                    Parts.whole("Years a contact must have shown (Art. 8 GDPR).", 1...21)
                ),
                Key(
                    "on-new-notice",
                    Parts.choice(
                        "What becomes of consent given under an older notice.",
                        of: Purpose.NoticeChange.allCases.map(\.rawValue)
                    )
                ),
            ]
        )
    }

    private static var notice: JSONText {
        Parts.mapping(
            "A notice; its text is under `notices` in each locale.",
            [Key("version", Parts.text("The current version.", "2026-03"), isRequired: true)]
        )
    }

    private static var channel: JSONText {
        Parts.mapping(
            "A channel.",
            [
                Key("provider", Parts.text("Who carries it.", "whatsapp"), isRequired: true),
                Key("flow", Parts.name("The flow that answers a first message.")),
                Key("window", Parts.period("For free messages after the contact's.", "24 hours")),
                Key("vendor", Parts.name("Who carries it: a key of `vendors`.")),
                Key("quiet-hours", Parts.truth("Whether quiet hours are kept; the default.")),
                Key("sender", Parts.text("Who sends, as the provider names it.")),
                Key("account", Parts.text("The account at the provider.")),
                Key("api", Parts.text("Where the provider is, if not at its usual place.")),
                Key(
                    "messages-per-second",
                    Parts.whole("If the provider takes another number.", ChannelParser.rates)
                ),
                Key(
                    "templates",
                    Parts.named("What says a text outside of the window.", template, keys: nil)
                ),
            ]
        )
    }

    private static var template: JSONText {
        Parts.mapping(
            "A message that the provider has approved, under the key of a text.",
            [
                Key("name", Parts.text("Its name at the provider.", "reminder"), isRequired: true),
                Key("parameters", Parts.texts("Arguments of the text, in order.", "first-name")),
            ]
        )
    }

    private static var serve: JSONText {
        Parts.mapping(
            "Where the daemon is reached.",
            [
                Key("listen", Parts.text("Host and port.", "127.0.0.1:8080")),
                Key("public-url", Parts.text("How providers reach it.", "https://parley.example")),
                Key("certificate", Parts.text("A PEM file with the chain.", "tls/chain.pem")),
                Key("private-key", Parts.text("A PEM file.", "tls/key.pem")),
            ]
        )
    }

    private static var vendor: JSONText {
        Parts.mapping(
            "A vendor.",
            [
                Key("name", Parts.text("Its legal name."), isRequired: true),
                Key("country", Parts.text("Its country.", form: country), isRequired: true),
                Key(
                    "role",
                    Parts.choice(
                        "What it is to the controller.",
                        of: Vendor.Role.allCases.map(\.rawValue)
                    ),
                    isRequired: true
                ),
                Key("receives", Parts.texts("What it gets.", "phone number"), isRequired: true),
                Key("transfer", Parts.text("What a transfer to a third country rests on.")),
                Key("deletion", Parts.text("How to have it delete a contact's data.")),
            ]
        )
    }

    private static var optOut: JSONText {
        let scope = Parts.choice(
            "Every purpose, or those of the messages answered.",
            of: OptOutPolicy.Scope.allCases.map(\.rawValue)
        )
        let rule = Parts.mapping(
            "A rule.",
            [
                Key("from", Parts.text("From this day on.", form: "^\\d{4}-\\d{2}-\\d{2}$")),
                Key("scope", scope, isRequired: true),
            ]
        )
        return Parts.either(
            "How far a STOP reaches.",
            [rule, .object([("type", .text("array")), ("items", rule)])]
        )
    }

    private static var audit: JSONText {
        Parts.mapping(
            "How the log is signed and published.",
            [
                Key("origin", Parts.text("The name checkpoints are signed under.", form: origin)),
                Key(
                    "checkpoint",
                    Parts.period("At the latest so long after a leaf.", "10 seconds")
                ),
                Key("heartbeat", Parts.period("And at least so often.", "1 hour")),
                Key("exposure", Parts.period("Unpublished for longer is an alarm.", "1 minute")),
                Key("key-epoch", Parts.period("How long a signing key is used.", "30 days")),
                Key("publish", Parts.mapping("Where checkpoints go.", publish)),
                Key("witnesses", Parts.text("A tlog-policy file.", "audit/witnesses")),
                Key("timestamps", Parts.text("An RFC 3161 authority.", form: "^https://[^@]+$")),
            ]
        )
    }

    private static var publish: [Key] {
        [
            Key("file", Parts.text("Checkpoints are appended to it.", "audit/checkpoints")),
            Key("tiles", Parts.text("A folder of tlog-tiles.", "audit/tiles")),
            Key("line", Parts.text("A line of JSON for each.", "audit/checkpoints.jsonl")),
        ]
    }

    private static var retention: [Key] {
        let idle = Parts.period("A conversation nobody answers ends.", "30 days")
        return [Key("session-idle", idle)]
            + RetentionParser.recordClasses.map { Key($0.rawValue, rule(for: $0)) }
    }

    private static func rule(for recordClass: RecordClass) -> JSONText {
        let preset = Parts.choice(
            "A preset.",
            of: RetentionPolicy.presetNames(for: recordClass)
        )
        let anchors = recordClass.anchors.map(\.rawValue)
        return Parts.either(
            "A length of time, a preset, or either in full.",
            [
                Parts.period("A length of time.", "14 days"),
                preset,
                Parts.mapping(
                    "A rule.",
                    [
                        Key("keep", Parts.period("A length of time.", "3 years")),
                        Key("from", Parts.choice("What it is counted from.", of: anchors)),
                        Key("because", Parts.text("Why so long.")),
                        Key("preset", preset),
                    ]
                ),
            ]
        )
    }
}
