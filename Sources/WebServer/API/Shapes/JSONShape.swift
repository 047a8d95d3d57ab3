import JSONCoding

/// What a JSON value has to be: the one description that requests are checked against and that the
/// document states.
indirect enum JSONShape: Sendable {
    /// These members and no others.
    case object([Member])
    /// These members, and others that a later version may add: only for answers.
    case open([Member])
    /// With no bounds on the count: only for answers.
    case list(JSONShape, count: ClosedRange<Int>? = nil, isUnique: Bool = false)
    case text(TextForm)
    /// Any text: only for answers.
    case anyText
    /// RFC 3339 in UTC with three decimals: only for answers.
    case time
    case word([String])
    case integer(ClosedRange<Int64>)
    case boolean
    /// RFC 3339 in UTC to the second, of these two centuries; that the day exists is for whoever
    /// reads it.
    case instant
    /// With this member the one shape, without it the other: both are objects.
    case either(String, with: JSONShape, without: JSONShape)
    case orNull(JSONShape)
    /// Whatever: only for answers.
    case anything

    struct Member: Sendable {
        let name: String
        let shape: JSONShape
        let isRequired: Bool
        let about: String

        init(_ name: String, _ shape: JSONShape, _ about: String, isRequired: Bool = true) {
            self.name = name
            self.shape = shape
            self.isRequired = isRequired
            self.about = about
        }

        /// A member that may be left out.
        static func optional(
            _ name: String,
            _ shape: JSONShape,
            _ about: String
        ) -> Member {
            Member(name, shape, about, isRequired: false)
        }
    }
}

// MARK: The document

extension JSONShape {
    /// The schema, as JSON Schema 2020-12 writes it.
    var schema: JSONValue { .object(members) }

    private var members: [JSONValue.Member] {
        switch self {
        case .object(let members): Self.schema(of: members, isClosed: true)
        case .open(let members): Self.schema(of: members, isClosed: false)
        case .list(let element, let count, let isUnique):
            [.init("type", "array"), .init("items", element.schema)]
                + (count.map { Self.bounds($0) } ?? [])
                + (isUnique ? [.init("uniqueItems", .boolean(true))] : [])
        case .text(let form):
            [.init("type", "string"), .init("pattern", .text(form.pattern))]
        case .anyText: [.init("type", "string")]
        case .time: [.init("type", "string"), .init("format", "date-time")]
        case .word(let words):
            [.init("type", "string"), .init("enum", .list(words.map { .text($0) }))]
        case .integer(let range):
            [
                .init("type", "integer"), .init("minimum", .integer(range.lowerBound)),
                .init("maximum", .integer(range.upperBound)),
            ]
        case .boolean: [.init("type", "boolean")]
        case .instant: [.init("type", "string"), .init("pattern", .text(Self.instantPattern))]
        case .either(_, let with, let without):
            [.init("oneOf", [with.schema, without.schema])]
        case .orNull(let shape):
            shape.members.map { member in
                guard member.name == "type" else { return member }
                return .init("type", .list([member.value, "null"]))
            }
        case .anything: []
        }
    }

    static let instantPattern =
        "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$"

    private static func bounds(_ count: ClosedRange<Int>) -> [JSONValue.Member] {
        [
            .init("minItems", .integer(count.lowerBound)),
            .init("maxItems", .integer(count.upperBound)),
        ]
    }

    private static func schema(of members: [Member], isClosed: Bool) -> [JSONValue.Member] {
        let properties = members.map { member in
            JSONValue.Member(
                member.name,
                .object(
                    member.shape.members + [.init("description", .text(member.about))]
                )
            )
        }
        let required = members.filter(\.isRequired).map { JSONValue.text($0.name) }
        return [.init("type", "object"), .init("properties", .object(properties))]
            + (required.isEmpty ? [] : [.init("required", .list(required))])
            + (isClosed ? [.init("additionalProperties", .boolean(false))] : [])
    }
}
