/// The form of a locale file.
enum LocaleSchema {
    private typealias Parts = SchemaParts
    private typealias Key = SchemaParts.Key

    static var root: JSONText {
        Parts.mapping(
            "Texts of one locale.",
            [
                Key(
                    "messages",
                    Parts.named("Texts in ICU MessageFormat.", Parts.text("A text.", "Hi {name}"))
                ),
                Key("choices", Parts.named("Labels of choices and words for them.", choice)),
                Key("words", Parts.named("Sets of words.", Parts.texts("Words.", "hello"))),
                Key("purposes", Parts.named("What `{purpose}` shows.", Parts.text("A name."))),
                Key(
                    "notices",
                    Parts.named(
                        "Texts of notices by version, such as `privacy@2026-03`.",
                        Parts.text("A text."),
                        keys: "^[a-z][a-z0-9-]*@.+$"
                    )
                ),
            ]
        )
    }

    private static var choice: JSONText {
        Parts.either(
            "A label, or a label with words.",
            [
                Parts.text("The label."),
                Parts.mapping(
                    "A choice.",
                    [
                        Key("label", Parts.text("What the button shows."), isRequired: true),
                        Key("words", Parts.texts("What also means it.", "sure")),
                    ]
                ),
            ]
        )
    }
}
