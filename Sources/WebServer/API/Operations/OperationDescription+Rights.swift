import ConversationRuntime

// Rights of the person, exercised through a program.
extension OperationDescription {
    static let exportContact = OperationDescription(
        method: .post,
        path: "/v1/contacts/{contact}/export",
        summary: "Hand out a contact's data (Art. 15 and 20 GDPR)",
        about: "Access has everything that is kept, with whole addresses; portability has what "
            + "the person provided. An open request for that right is closed, and a "
            + "`data.disclosed` leaf says that data left. Each call is a disclosure of its own, "
            + "so it takes no `Idempotency-Key`.",
        access: .scope(.executeRights),
        budget: .rights,
        parameters: [.contact],
        body: Body(
            shape: .object([
                .init("right", .word(["access", "portability"]), "Which right is exercised.")
            ]),
            isRequired: true
        ),
        success: Success(
            status: 200,
            about: "The copy, for the person.",
            content: .json(
                .open([
                    .init("format", .word(["parley-contact-export"]), "Always the same."),
                    .init("version", .integer(1...1000), "Counts up when a meaning changes."),
                    .init("right", .word(["access", "portability"]), "As asked for."),
                    .init("exportedAt", .time, "When it was made."),
                    .init("data", JSONShape.personalData, "The data."),
                    .optional("processing", .open([]), "What they are for, and the rules."),
                ])
            )
        ),
        problems: [.contactUnknown, .contactMerged]
    )

    static let restrictContact = right(
        "restrict",
        "Keep a contact's data and use them for nothing else (Art. 18 GDPR)",
        "No flow sees what the contact writes, and nothing is sent but answers to their rights. "
            + "STOP still works. `parley contact release` ends it."
    )

    static let recordObjection = right(
        "object",
        "Record an objection to direct marketing (Art. 21 GDPR)",
        "Withdraws every purpose that is marketing; the others stay as they are."
    )

    static let optContactOut = right(
        "opt-out",
        "Record a STOP that came by another way",
        "Withdraws every consent and cancels every message that waits. Only the contact's own "
            + "START and a new confirmation lead back."
    )

    private static func right(
        _ name: String,
        _ summary: String,
        _ about: String
    ) -> OperationDescription {
        OperationDescription(
            method: .post,
            path: "/v1/contacts/{contact}/\(name)",
            summary: summary,
            about: about,
            access: .scope(.executeRights),
            budget: .rights,
            parameters: [.contact],
            body: .empty,
            success: JSONShape.changes,
            problems: [.contactUnknown, .contactMerged],
            isRepeatable: true
        )
    }

    static let eraseContact = OperationDescription(
        method: .delete,
        path: "/v1/contacts/{contact}",
        summary: "Erase a contact (Art. 17 GDPR)",
        about: "Destroys the keys that open what was kept. What the address refused stays under "
            + "its keyed hash, so that it stays refused. The proof names nobody: keep it.",
        access: .scope(.executeRights),
        budget: .rights,
        parameters: [.contact],
        success: Success(
            status: 200,
            about: "The proof that the contact was erased.",
            content: .json(
                .object([
                    JSONShape.contactMember,
                    .init("cause", .anyText, "Why: `request`."),
                    .init("requestedAt", .time, "When it was asked for."),
                    .init("completedAt", .time, "When nothing could be read any more."),
                    .init(
                        "destroyed",
                        .object([
                            .init("contacts", .count, "With those merged into this one."),
                            .init("waitingMessages", .count, "Messages that waited."),
                            .init("proofsOfConsent", .count, "Proofs of consent."),
                        ]),
                        "What was destroyed."
                    ),
                    .init(
                        "log",
                        .object([
                            .init("leaf", .count, "The leaf that says it is done."),
                            .init("size", .count, "Leaves in the log with it."),
                            .init("root", .anyText, "The root of the log with it."),
                            .init("at", .time, "When that was."),
                        ]),
                        "Where the log says so."
                    ),
                    .init(
                        "toBeTold",
                        .list(.anyText),
                        "Vendors that received the data, by their keys in the workspace "
                            + "(Art. 19 GDPR)."
                    ),
                    .init("optOutKept", .boolean, "Whether keyed hashes keep a refusal."),
                ])
            )
        ),
        problems: [.contactUnknown, .contactMerged]
    )
}
