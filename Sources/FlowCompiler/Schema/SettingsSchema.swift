/// The form of `parley.yaml`.
enum SettingsSchema {
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
                Key(
                    "retention",
                    Parts.mapping(
                        "How long things are kept.",
                        [
                            Key(
                                "session-idle",
                                Parts.period("A conversation nobody answers ends.", "30 days")
                            )
                        ]
                    )
                ),
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
            ]
        )
    }
}
