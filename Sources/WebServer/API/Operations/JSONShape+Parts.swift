import ConversationRuntime

// Parts that several operations share.
extension JSONShape {
    /// How many of something.
    static let count = JSONShape.integer(0...OperationDescription.greatest)

    static let contactMember = Member("contact", .text(.contact), "The contact's pseudonym.")

    static let addressMembers: [Member] = [
        .init("channel", .text(.name), "The channel, as the workspace names it."),
        .init("address", .text(.address), "The address, as the channel writes it."),
    ]

    static func next(_ form: TextForm) -> Member {
        .init("next", .orNull(.text(form)), "`cursor` of the next page; null on the last.")
    }

    static let consent = JSONShape.object([
        .init("purpose", .anyText, "What for."),
        .init("channel", .anyText, "Where."),
        .init("state", .anyText, "As W3C DPV names it: given, withdrawn, …"),
        .init("since", .time, "Since when."),
        .optional("notice", .anyText, "The notice it was given under."),
        .optional("firstRequestedAt", .time, "When the open request was made."),
        .optional("expiresAt", .time, "When it ends by itself."),
        .optional("notAskedAgainBefore", .time, "Until when a refusal forbids to ask."),
        .optional("lastUsedAt", .time, "When a message last left under it."),
    ])

    static let personalData = JSONShape.open([
        .init(
            "addresses",
            .list(
                .object([
                    .init("channel", .anyText, "The channel."),
                    .init("address", .anyText, "The address."),
                ]),
                count: 0...1000
            ),
            "Where the contact is reached."
        ),
        .optional("locale", .anyText, "The language, as BCP 47 writes it."),
        .init("consents", .list(consent), "Where each consent stands."),
        .init(
            "values",
            .list(
                .open([
                    .init("flow", .anyText, "Where it was given."),
                    .init("slot", .anyText, "As what."),
                    .init("value", .anything, "The value."),
                    .init("isKept", .boolean, "Whether it outlived its conversation."),
                ])
            ),
            "What the contact said and flows took down."
        ),
        .optional("record", .open([]), "What else is kept; not in a portable copy."),
    ])

    static let receipt = JSONShape.object([
        .init("purpose", .anyText, "What for."),
        .init("channel", .anyText, "Where."),
        .init("jws", .anyText, "The receipt, signed."),
    ])

    static let refusedReceipt = JSONShape.object([
        .init("purpose", .anyText, "What for."),
        .init("channel", .anyText, "Where."),
        .init("why", .anyText, "Why there is no receipt of it."),
    ])

    static let leaf = JSONShape.object([
        .init("index", .count, "Its place in the log, from 0."),
        .init("leaf", .anyText, "Its bytes: one line of JSON, hashed exactly as it is."),
    ])

    static let deadLetter = JSONShape.object([
        .init("id", .count, "Names the letter."),
        .init("contact", .text(.contact), "To whom."),
        .init("purpose", .orNull(.anyText), "What for; null for what serves no purpose."),
        .init("attempts", .count, "How often it was tried."),
        .init("code", .anyText, "Why it was given up, in the provider's words."),
        .init("queuedAt", .time, "When it was queued."),
    ])

    static func scopes(_ least: Int) -> JSONShape {
        let words = APIScope.allCases.map(\.rawValue)
        return .list(.word(words), count: least...words.count, isUnique: true)
    }

    static let keyMembers: [Member] = [
        .init("id", .text(.keyID), "Its public part."),
        .init("name", .anyText, "What people call it."),
        .init("scopes", .list(.anyText, count: 0...1000), "What it may do."),
        .init("createdAt", .time, "When it was made."),
        .init("expiresAt", .orNull(.time), "When it ends, if it does."),
        .init("revokedAt", .orNull(.time), "When it was revoked, if it was."),
        .init("lastUsedAt", .orNull(.time), "When it was last used, to the hour."),
    ]

    static let key = JSONShape.object(keyMembers)

    /// What a turn changed.
    static let changes = OperationDescription.Success(
        status: 200,
        about: "What was changed.",
        content: .json(
            .object([
                contactMember,
                .init(
                    "consents",
                    .list(
                        .object([
                            .init("purpose", .anyText, "What for."),
                            .init("channel", .anyText, "Where."),
                            .init("from", .anyText, "The state before."),
                            .init("to", .anyText, "The state now."),
                        ])
                    ),
                    "Consents that changed."
                ),
                .init("dueAt", .orNull(.time), "By when the law wants an answer."),
            ])
        )
    )
}
