import ConversationRuntime

// What programs set off: conversations and messages, each through the gate.
extension OperationDescription {
    static let startConversation = OperationDescription(
        method: .post,
        path: "/v1/conversations",
        summary: "Begin a conversation",
        about: "With the evidence of a form the contact filled in elsewhere: the first of the two "
            + "acts of a double opt-in, which only a reply in the chat confirms. Without it only "
            + "for a contact who has written on the channel, or consented to something there. "
            + "Nothing is begun where the first message could not leave.",
        access: .scope(.sendMessages),
        budget: .send,
        body: Body(
            shape: .object(
                JSONShape.addressMembers + [
                    .init("flow", .text(.name), "The flow to begin."),
                    .optional("locale", .text(.locale), "The language of a new contact."),
                    .optional("evidence", JSONShape.evidence, "What the contact did elsewhere."),
                ]
            ),
            isRequired: true
        ),
        success: Success(
            status: 201,
            about: "The conversation has begun, or had under this idempotency key.",
            content: .json(
                .object([
                    .init("contact", .orNull(.text(.contact)), "The contact; null once erased."),
                    .init("flow", .anyText, "The flow."),
                    .init("isRepeated", .boolean, "Whether it was done before."),
                ])
            )
        ),
        problems: withheld + [
            .channelUnknown, .flowUnknown, .purposeUnknown, .conversationOpen, .commandFlow,
            .formOutOfTime, .flowFailed,
        ],
        isRepeatable: true,
        isWrittenByTurn: true
    )

    static let sendMessage = OperationDescription(
        method: .post,
        path: "/v1/messages",
        summary: "Send a message for a purpose",
        about: "The gate decides, now and again when it is delivered. What it withholds is in the "
            + "log with its reason. The message goes where the conversation with the contact "
            + "goes on.",
        access: .scope(.sendMessages),
        budget: .send,
        body: Body(
            shape: .either(
                "contact",
                with: .object([JSONShape.contactMember] + said),
                without: .object(JSONShape.addressMembers + said)
            ),
            isRequired: true
        ),
        success: Success(
            status: 202,
            about: "The message waits to be delivered.",
            content: .json(
                .object([
                    JSONShape.contactMember,
                    .init("channel", .orNull(.anyText), "Where it goes."),
                    .init("notBefore", .orNull(.time), "Quiet hours end then."),
                    .init("isRepeated", .boolean, "Whether it was done before."),
                ])
            )
        ),
        problems: withheld + [.contactUnknown, .contactMerged, .purposeUnknown, .flowFailed],
        isRepeatable: true,
        isWrittenByTurn: true
    )

    private static let withheld: [ProblemKind] = [.consentMissing, .messageWithheld]

    private static let said: [JSONShape.Member] = [
        .init("purpose", .text(.name), "What the message is for."),
        .init("text", .text(.lines(4096)), "What it says."),
    ]
}

extension JSONShape {
    static let evidence = JSONShape.object([
        .init("purpose", .text(.name), "What was agreed to."),
        .init("source", .text(.line(200)), "Where: the address of the page."),
        .init("at", .instant, "When."),
        .init("wording", .text(.lines(4000)), "The exact words that were agreed to."),
        .optional("ip", .text(.address), "From which network address, where that is kept."),
    ])
}
