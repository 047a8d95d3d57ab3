import ConversationRuntime

// Contacts: finding them, reading what is kept, correcting it.
extension OperationDescription {
    static let lookUpContact = OperationDescription(
        method: .post,
        path: "/v1/contacts/lookup",
        summary: "Find a contact by address",
        about: "A POST, because an address is personal data and has no place in a URL.",
        access: .scope(.readContacts),
        body: Body(shape: .object(JSONShape.addressMembers), isRequired: true),
        success: Success(
            status: 200,
            about: "The contact behind the address.",
            content: .json(.object([JSONShape.contactMember]))
        ),
        problems: [.contactUnknown]
    )

    static let listContacts = OperationDescription(
        method: .get,
        path: "/v1/contacts",
        summary: "List contacts",
        about: "Pseudonyms only, in a fixed order. One that became one with another is still "
            + "listed, and asking for it names the other.",
        access: .scope(.readContacts),
        parameters: [.limit(upTo: 1000), .cursor(.contact)],
        success: Success(
            status: 200,
            about: "A page of contacts.",
            content: .json(
                .object([
                    .init("contacts", .list(.text(.contact), count: 0...1000), "Pseudonyms."),
                    JSONShape.next(.contact),
                ])
            )
        )
    )

    static let readContact = OperationDescription(
        method: .get,
        path: "/v1/contacts/{contact}",
        summary: "Read what is kept about a contact",
        about: "The middle of each address is left out, whatever the key may do: whole addresses "
            + "are in an export. Reading is a disclosure, and a `data.disclosed` leaf says so.",
        access: .scope(.readContacts),
        parameters: [.contact],
        success: Success(
            status: 200,
            about: "What is kept about the contact.",
            content: .json(JSONShape.personalData)
        ),
        problems: [.contactUnknown, .contactMerged]
    )

    static let readConsents = OperationDescription(
        method: .get,
        path: "/v1/contacts/{contact}/consents",
        summary: "Read what a contact consented to",
        about: "Reading is a disclosure, and a `data.disclosed` leaf says so.",
        access: .scope(.readConsent),
        parameters: [.contact],
        success: Success(
            status: 200,
            about: "Where each consent stands.",
            content: .json(
                .object([
                    JSONShape.contactMember,
                    .init("isRestricted", .boolean, "Kept, and used for nothing else."),
                    .init("optedOutAt", .orNull(.time), "When the contact said STOP, if ever."),
                    .init(
                        "consents",
                        .list(JSONShape.consent),
                        "One for each purpose and channel."
                    ),
                ])
            )
        ),
        problems: [.contactUnknown, .contactMerged]
    )

    static let readReceipts = OperationDescription(
        method: .get,
        path: "/v1/contacts/{contact}/receipts",
        summary: "Get the signed proofs of a contact's consents",
        about: "Compact JWS (RFC 7515) over ISO/IEC TS 27560 records, with a pseudonym in place "
            + "of the address. A `data.disclosed` leaf says that they were handed out.",
        access: .scope(.readReceipts),
        parameters: [.contact],
        success: Success(
            status: 200,
            about: "A receipt for each purpose and channel.",
            content: .json(
                .object([
                    JSONShape.contactMember,
                    .init(
                        "receipts",
                        .list(JSONShape.receipt),
                        "Those that could be made."
                    ),
                    .init(
                        "refused",
                        .list(JSONShape.refusedReceipt),
                        "Consents of which no receipt can be made, with the reason."
                    ),
                ])
            )
        ),
        problems: [.contactUnknown, .contactMerged]
    )

    static let rectifyContact = OperationDescription(
        method: .post,
        path: "/v1/contacts/{contact}/rectify",
        summary: "Correct or remove a value that is kept (Art. 16 GDPR)",
        about: "An open request for rectification is closed.",
        access: .scope(.writeContacts),
        budget: .rights,
        parameters: [.contact],
        body: Body(
            shape: .object([
                .init("flow", .text(.name), "The flow the value was given in."),
                .init("slot", .text(.name), "The slot it stands in."),
                .init(
                    "value",
                    .orNull(.text(.lines(1000))),
                    "The right value, or null to remove it: dates as 2026-03-01, numbers with a "
                        + "point, yes or no as these words, a choice by its name in the flow."
                ),
            ]),
            isRequired: true
        ),
        success: JSONShape.changes,
        problems: [
            .contactUnknown, .contactMerged, .slotUnknown, .valueNotKept, .valueUnfit,
        ],
        isRepeatable: true
    )
}
