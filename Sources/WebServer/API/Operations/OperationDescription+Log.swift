import ConversationRuntime

// The audit log, read and proved from far away.
extension OperationDescription {
    /// Leaves of one page.
    static let leafPage: Int64 = 1000
    /// The greatest whole number that every JSON reader keeps (RFC 7493, section 2.2).
    static let greatest: Int64 = 9_007_199_254_740_991

    static let listLeaves = OperationDescription(
        method: .get,
        path: "/v1/audit/leaves",
        summary: "Read the audit log",
        about: "Leaves as they are stored and hashed. This call is itself a leaf, so the end of "
            + "the log is where a page comes back short.",
        access: .scope(.readAudit),
        parameters: [
            .limit(upTo: leafPage),
            Parameter(
                name: "after",
                place: .query,
                shape: .integer(0...greatest),
                about: "The index of the last leaf that is known; all from the first without it."
            ),
        ],
        success: Success(
            status: 200,
            about: "A page of leaves.",
            content: .json(
                .object([
                    .init(
                        "leaves",
                        .list(JSONShape.leaf, count: 0...Int(leafPage)),
                        "In the order of the log."
                    ),
                    .init(
                        "next",
                        .orNull(.integer(0...greatest)),
                        "`after` of the next page; null at the end of the log."
                    ),
                ])
            )
        )
    )

    static let readCheckpoint = OperationDescription(
        method: .get,
        path: "/v1/audit/checkpoint",
        summary: "Get the last signed checkpoint of the log",
        about: "A signed note (C2SP tlog-checkpoint).",
        access: .scope(.readAudit),
        success: Success(
            status: 200,
            about: "The checkpoint with its signatures.",
            content: .text("text/plain")
        ),
        problems: [.logUnsigned]
    )

    static let proveLeaf = OperationDescription(
        method: .get,
        path: "/v1/audit/proofs/{index}",
        summary: "Get a receipt that a leaf is in the log",
        about: "A C2SP tlog-proof: whoever has it can show without us that the leaf was logged.",
        access: .scope(.readAudit),
        parameters: [
            Parameter(
                name: "index",
                place: .path,
                shape: .integer(0...greatest),
                about: "The leaf's place in the log, from 0.",
                missing: .leafUnknown
            )
        ],
        success: Success(
            status: 200,
            about: "The proof.",
            content: .text("text/plain")
        ),
        problems: [.leafUnknown, .leafUnsigned]
    )
}
