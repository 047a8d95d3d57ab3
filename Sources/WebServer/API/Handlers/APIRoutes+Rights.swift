import Audit
import Clocks
import Consent
import ConsentRecords
import Conversations
import ConversationRuntime
import JSONCoding
import Storage

// Rights of the person, exercised through a program.
extension APIRoutes {
    func export(_ request: APIRequest) async throws -> APIAnswer {
        let (_, address) = try place(request)
        let right: Right = request.body["right"]?.text == "access" ? .access : .portability
        let export = try await engine.export(address, as: right, by: .operator)
        guard let export else { throw Problem(.contactUnknown) }
        return APIAnswer(export.json, type: APIAnswer.json)
    }

    /// Does something to the contact in the path, and tells what it changed.
    func change(
        _ request: APIRequest,
        _ operation: Operation
    ) async throws -> APIAnswer {
        let (contact, _) = try place(request)
        let report = try await engine.perform(operation, by: .operator, on: contact)
        guard let report else { throw Problem(.contactUnknown) }
        return Self.changes(report, of: contact)
    }

    func erase(_ request: APIRequest) async throws -> APIAnswer {
        let (contact, address) = try place(request)
        let receipt = try await engine.erase(address, because: .request, by: .operator)
        guard let receipt else { throw Problem(.contactUnknown) }
        return APIAnswer([
            "contact": .text(contact.text),
            "cause": .text(receipt.cause),
            "requestedAt": .text(receipt.requestedAt.text),
            "completedAt": .text(receipt.completedAt.text),
            "destroyed": [
                "contacts": .integer(receipt.counts.contacts),
                "waitingMessages": .integer(receipt.counts.outbox),
                "proofsOfConsent": .integer(receipt.counts.evidence),
            ],
            "log": [
                "leaf": .integer(receipt.leaf), "size": .integer(receipt.head.size),
                "root": .text(receipt.head.root.hex), "at": .text(receipt.head.time.text),
            ],
            "toBeTold": .list(receipt.vendors.map { .text($0) }),
            "optOutKept": .boolean(receipt.isSuppressed),
        ])
    }

    /// What a turn changed: consents, and by when an answer is owed.
    static func changes(_ report: TurnReport, of contact: ContactID) -> APIAnswer {
        var consents: [JSONValue] = []
        var due: Timestamp?
        for note in report.notes {
            if case .consent(let change) = note {
                consents.append([
                    "purpose": .text(change.purpose.name), "channel": .text(change.key.channel),
                    "from": .text(change.from.rawValue), "to": .text(change.to.rawValue),
                ])
            }
            if case .exercised(_, let dueAt) = note { due = dueAt }
        }
        return APIAnswer([
            "contact": .text(contact.text), "consents": .list(consents),
            "dueAt": JSONValue(due?.text),
        ])
    }
}
