import Clocks
import ConversationRuntime
import JSONCoding
import Storage

// The keys that programs call with.
extension APIRoutes {
    func listKeys() throws -> APIAnswer {
        APIAnswer(["keys": .list(try keys.list().map { .object(Self.members(of: $0)) })])
    }

    func createKey(_ request: APIRequest) throws -> APIAnswer {
        guard let name = APIKeyName(request.body["name"]?.text ?? "") else {
            throw Problem(.invalidRequest)
        }
        let scopes = request.body["scopes"]?.elements.compactMap(\.text) ?? []
        let now = engine.clock.now()
        let made = try keys.create(
            name: name,
            scopes: scopes.compactMap { APIScope(rawValue: $0) },
            expires: request.body["expiresInDays"]?.wholeNumber.map { now.adding(.days($0)) },
            at: now,
            by: request.actor
        )
        let text = JSONValue.Member("key", .text(made.text.text))
        return APIAnswer(status: 201, .object([text] + Self.members(of: made.key)))
    }

    func revokeKey(_ request: APIRequest) throws -> APIAnswer {
        let id = request.parameters["id"] ?? ""
        guard id != request.holder.id else { throw Problem(.ownKey) }
        let now = engine.clock.now()
        guard let key = try keys.revoke(id, at: now, by: request.actor) else {
            throw Problem(.keyUnknown)
        }
        return APIAnswer(.object(Self.members(of: key)))
    }

    private static func members(of key: StoredAPIKey) -> [JSONValue.Member] {
        [
            .init("id", .text(key.id)), .init("name", .text(key.name)),
            .init("scopes", .list(key.scopes.map { .text($0) })),
            .init("createdAt", .text(key.createdAt.text)),
            .init("expiresAt", JSONValue(key.expiresAt?.text)),
            .init("revokedAt", JSONValue(key.revokedAt?.text)),
            .init("lastUsedAt", JSONValue(key.lastUsedAt?.text)),
        ]
    }
}
