import ConversationRuntime

// What operators look at: deliveries, flows, channels.
extension OperationDescription {
    static let listDeadLetters = OperationDescription(
        method: .get,
        path: "/v1/dead-letters",
        summary: "List messages that delivery gave up",
        about: "Why, how often tried, and to whom; never what they say.",
        access: .scope(.readDeliveries),
        parameters: [.limit(upTo: 1000), .cursor(.letterCursor)],
        success: Success(
            status: 200,
            about: "A page of dead letters, the oldest first.",
            content: .json(
                .object([
                    .init(
                        "deadLetters",
                        .list(JSONShape.deadLetter, count: 0...1000),
                        "The letters."
                    ),
                    JSONShape.next(.letterCursor),
                ])
            )
        )
    )

    static let requeueDeadLetter = OperationDescription(
        method: .post,
        path: "/v1/dead-letters/{id}/requeue",
        summary: "Have a dead letter tried again",
        about: "It meets the gate again before it leaves.",
        access: .scope(.writeDeliveries),
        budget: .manage,
        parameters: [letterID],
        body: .empty,
        success: Success(
            status: 200,
            about: "The letter waits again.",
            content: .json(JSONShape.deadLetter)
        ),
        problems: [.deadLetterUnknown],
        isRepeatable: true
    )

    static let discardDeadLetter = OperationDescription(
        method: .delete,
        path: "/v1/dead-letters/{id}",
        summary: "Give a dead letter up for good",
        access: .scope(.writeDeliveries),
        budget: .manage,
        parameters: [letterID],
        success: Success(
            status: 200,
            about: "The letter is gone; this is what it was.",
            content: .json(JSONShape.deadLetter)
        ),
        problems: [.deadLetterUnknown]
    )

    private static let letterID = Parameter(
        name: "id",
        place: .path,
        shape: .integer(1...greatest),
        about: "The letter's `id`.",
        missing: .deadLetterUnknown
    )

    static let listFlows = OperationDescription(
        method: .get,
        path: "/v1/flows",
        summary: "List the flows, with how many conversations are going on",
        about: "A conversation is sealed in its contact's state, so counting opens each contact: "
            + "no more than 10 000. `isComplete` says whether those were all.",
        access: .scope(.readFlows),
        success: Success(
            status: 200,
            about: "The flows of the workspace.",
            content: .json(
                .object([
                    .init(
                        "flows",
                        .list(
                            .object([
                                .init("name", .anyText, "Its name."),
                                .init("revision", .count, "As its author counts."),
                                .init("digest", .anyText, "What its words and steps hash to."),
                                .init("sessions", .count, "Conversations that began with it."),
                            ])
                        ),
                        "In the order of the workspace."
                    ),
                    .init(
                        "counted",
                        .object([
                            .init("contacts", .count, "Contacts that were opened."),
                            .init("isComplete", .boolean, "Whether those were all."),
                            .init("stuck", .count, "Conversations whose program is lost."),
                        ]),
                        "What the numbers rest on."
                    ),
                ])
            )
        )
    )

    static let listChannels = OperationDescription(
        method: .get,
        path: "/v1/channels",
        summary: "List the channels, and which of them pause",
        access: .scope(.readFlows),
        success: Success(
            status: 200,
            about: "The channels of the workspace.",
            content: .json(
                .object([
                    .init(
                        "channels",
                        .list(
                            .object([
                                .init("name", .anyText, "Its name."),
                                .init("provider", .anyText, "Who carries it."),
                                .init(
                                    "pausedUntil",
                                    .orNull(.time),
                                    "Nothing is sent before then."
                                ),
                            ])
                        ),
                        "In the order of the workspace."
                    )
                ])
            )
        )
    )
}
