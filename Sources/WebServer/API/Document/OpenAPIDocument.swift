import ConversationRuntime
import JSONCoding

/// The OpenAPI 3.1 document, made from the same descriptions that the routes are.
enum OpenAPIDocument {
    /// The document as it is served: the same bytes as long as the program is the same.
    static let bytes = [UInt8](json.compact.utf8)

    static let json: JSONValue = [
        "openapi": "3.1.0",
        "info": [
            "title": "Parley",
            "version": "1",
            "description": .text(
                "Contacts, their consent and its proofs, the audit log and deliveries. Every call "
                    + "is a leaf in the audit log. Nothing here sends past the gate."
            ),
        ],
        "paths": paths,
        "components": [
            "securitySchemes": [
                "key": [
                    "type": "http", "scheme": "bearer",
                    "description": .text(
                        "A key made with `parley api-key create`; in each operation the scope it "
                            + "needs is named."
                    ),
                ]
            ],
            "headers": OpenAPIHeader.components,
            "schemas": ["Problem": Problem.shape.schema],
            "responses": problems,
        ],
    ]

    /// Each path once, with its methods, in the order of the operations.
    private static var paths: JSONValue {
        var order: [String] = []
        var methods: [String: [JSONValue.Member]] = [:]
        for operation in APIOperation.allCases {
            let description = operation.description
            if methods[description.path] == nil { order.append(description.path) }
            methods[description.path, default: []].append(
                JSONValue.Member(
                    description.method.rawValue.lowercased(),
                    object(operation, description)
                )
            )
        }
        return .object(order.map { JSONValue.Member($0, .object(methods[$0] ?? [])) })
    }

    private static func object(
        _ operation: APIOperation,
        _ description: OperationDescription
    ) -> JSONValue {
        let tag = operation.rawValue.prefix { $0 != "." }
        return .members([
            "operationId": .text(operation.rawValue),
            "summary": .text(description.summary),
            "description": description.about.isEmpty ? nil : .text(description.about),
            "tags": [.text(String(tag))],
            "security": description.access.security,
            "parameters": description.allParameters.isEmpty
                ? nil : .list(description.allParameters.map(\.json)),
            "requestBody": description.body?.json,
            "responses": responses(of: description),
        ])
    }

    private static func responses(of description: OperationDescription) -> JSONValue {
        let success = JSONValue.Member(
            "\(description.success.status)",
            description.success.json(isLimited: description.access != .open)
        )
        let problems = groups(of: description).map { kinds in
            JSONValue.Member(
                "\(kinds[0].status)",
                ["$ref": .text("#/components/responses/\(name(of: kinds))")]
            )
        }
        return .object([success] + problems)
    }

    // MARK: Problems

    /// The problems of an operation, those of one status together, in the order of the statuses.
    private static func groups(of description: OperationDescription) -> [[ProblemKind]] {
        let kinds = description.allProblems
        return Set(kinds.map(\.status)).sorted().map { status in
            kinds.filter { $0.status == status }
        }
    }

    private static func name(of kinds: [ProblemKind]) -> String {
        kinds.map(\.rawValue).joined(separator: ".")
    }

    /// Each group of problems that an operation has, once.
    private static var problems: JSONValue {
        var known: [JSONValue.Member] = []
        for operation in APIOperation.allCases {
            for kinds in groups(of: operation.description) {
                let name = name(of: kinds)
                guard !known.contains(where: { $0.name == name }) else { continue }
                known.append(JSONValue.Member(name, response(kinds)))
            }
        }
        return .object(known)
    }

    /// The answer of one status, with the problems that have it.
    private static func response(_ kinds: [ProblemKind]) -> JSONValue {
        let types = kinds.map { JSONValue.text(Problem.type(of: $0)) }
        return .members([
            "description": .text(kinds.map { "\($0.title)." }.joined(separator: " ")),
            "headers": OpenAPIHeader.references(OpenAPIHeader.common(to: kinds)),
            "content": [
                Problem.mediaType: [
                    "schema": [
                        "allOf": [
                            ["$ref": "#/components/schemas/Problem"],
                            [
                                "type": "object",
                                "properties": [
                                    "type": ["enum": .list(types)],
                                    "status": ["const": .integer(kinds[0].status)],
                                ],
                            ],
                        ]
                    ]
                ]
            ],
        ])
    }
}

extension OperationDescription.Access {
    fileprivate var security: JSONValue {
        switch self {
        case .open: []
        case .anyKey: [["key": []]]
        case .scope(let scope): [["key": [.text(scope.rawValue)]]]
        }
    }
}

extension OperationDescription.Parameter {
    fileprivate var json: JSONValue {
        .members([
            "name": .text(name),
            "in": .text(place.rawValue),
            "required": place == .path ? .boolean(true) : nil,
            "description": .text(about),
            "schema": shape.schema,
        ])
    }
}

extension OperationDescription.Body {
    fileprivate var json: JSONValue {
        [
            "required": .boolean(isRequired),
            "content": ["application/json": ["schema": shape.schema]],
        ]
    }
}

extension OperationDescription.Success {
    fileprivate func json(isLimited: Bool) -> JSONValue {
        let media: JSONValue.Member
        switch content {
        case .json(let shape):
            media = JSONValue.Member("application/json", ["schema": shape.schema])
        case .text(let type):
            media = JSONValue.Member(type, ["schema": ["type": "string"]])
        }
        return .members([
            "description": .text(about),
            "headers": isLimited ? OpenAPIHeader.references([.rateLimit, .policy]) : nil,
            "content": .object([media]),
        ])
    }
}
