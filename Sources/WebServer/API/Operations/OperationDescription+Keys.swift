import ConversationRuntime

// The document itself, and the keys that programs call with.
extension OperationDescription {
    static let readDocument = OperationDescription(
        method: .get,
        path: "/v1/openapi.json",
        summary: "Get this document",
        access: .open,
        success: Success(
            status: 200,
            about: "OpenAPI 3.1.",
            content: .json(.open([.init("openapi", .word(["3.1.0"]), "The version.")]))
        )
    )

    static let readOwnKey = OperationDescription(
        method: .get,
        path: "/v1/whoami",
        summary: "See what the key is and what it may do",
        access: .anyKey,
        success: Success(
            status: 200,
            about: "The key that was sent.",
            content: .json(
                .object([
                    .init("id", .text(.keyID), "Its public part."),
                    .init("name", .anyText, "What people call it."),
                    .init("scopes", JSONShape.scopes(0), "What it may do."),
                    .init("expiresAt", .orNull(.time), "When it ends, if it does."),
                ])
            )
        )
    )

    static let listKeys = OperationDescription(
        method: .get,
        path: "/v1/keys",
        summary: "List the keys",
        about: "All of them, the oldest first; no secret can be had again.",
        access: .scope(.administerKeys),
        success: Success(
            status: 200,
            about: "The keys.",
            content: .json(
                .object([
                    .init("keys", .list(JSONShape.key), "The keys.")
                ])
            )
        )
    )

    static let createKey = OperationDescription(
        method: .post,
        path: "/v1/keys",
        summary: "Make a key",
        about: "The key itself is in this answer and can never be had again. As an answer with a "
            + "secret is not kept, this takes no `Idempotency-Key`: revoke the key of an answer "
            + "that got lost.",
        access: .scope(.administerKeys),
        budget: .manage,
        body: Body(
            shape: .object([
                .init("name", .text(.line(100)), "What people call it."),
                .init("scopes", JSONShape.scopes(1), "What it may do."),
                .optional(
                    "expiresInDays",
                    .integer(1...Int64(APIKeys.longestDays)),
                    "After so many days it ends; without it, only when it is revoked."
                ),
            ]),
            isRequired: true
        ),
        success: Success(
            status: 201,
            about: "The new key, shown once.",
            content: .json(
                .object(
                    [.init("key", .anyText, "What to send as `Authorization: Bearer`.")]
                        + JSONShape.keyMembers
                )
            )
        ),
        problems: [.tooManyKeys]
    )

    static let revokeKey = OperationDescription(
        method: .delete,
        path: "/v1/keys/{id}",
        summary: "Revoke a key for good",
        about: "From the next request on it is unknown. A key does not revoke itself, so that "
            + "nobody locks themselves out by accident.",
        access: .scope(.administerKeys),
        budget: .manage,
        parameters: [
            Parameter(
                name: "id",
                place: .path,
                shape: .text(.keyID),
                about: "The key's public part.",
                missing: .keyUnknown
            )
        ],
        success: Success(
            status: 200,
            about: "The key as it is now.",
            content: .json(JSONShape.key)
        ),
        problems: [.keyUnknown, .ownKey]
    )
}
