import Audit
import Consent
import ConsentRecords
import Conversations
import ConversationRuntime
import Encryption
import JSONCoding
import Storage

// Contacts: finding them, reading what is kept, correcting it.
extension APIRoutes {
    func lookUp(_ request: APIRequest) throws -> APIAnswer {
        guard let address = request.address, let contact = try engine.pseudonym(of: address)
        else { throw Problem(.contactUnknown) }
        return APIAnswer(["contact": .text(contact.text)])
    }

    func listContacts(_ request: APIRequest) throws -> APIAnswer {
        let last = request.parameters["cursor"].flatMap { Hex.decode($0) }
            .flatMap { ContactID(bytes: $0) }
        let page = try engine.pseudonyms(after: last, limit: request.limit)
        let next = page.count == request.limit ? page.last?.text : nil
        return APIAnswer([
            "contacts": .list(page.map { .text($0.text) }), "next": JSONValue(next),
        ])
    }

    func readContact(_ request: APIRequest) async throws -> APIAnswer {
        let (_, data) = try await shown(request)
        return APIAnswer(data.json, type: APIAnswer.json)
    }

    func readConsents(_ request: APIRequest) async throws -> APIAnswer {
        let (contact, data) = try await shown(request)
        return APIAnswer([
            "contact": .text(contact.text),
            "isRestricted": .boolean(data.record?.isRestricted ?? false),
            "optedOutAt": JSONValue(data.record?.optedOutAt),
            "consents": .list(data.consents.map(Self.json)),
        ])
    }

    func readReceipts(_ request: APIRequest) async throws -> APIAnswer {
        let (contact, address) = try place(request)
        let dossiers = try await engine.dossiers(of: address)
        let key = try engine.signingKey()
        // The leaf first: what left without one could never be accounted for.
        try await engine.recordDisclosure(of: address, as: .receipt)
        var receipts: [JSONValue] = []
        var refused: [JSONValue] = []
        for dossier in dossiers {
            let purpose = JSONValue.text(dossier.purpose.id.name)
            let channel = JSONValue.text(dossier.channel)
            do {
                let receipt = try SignedReceipt(dossier.pseudonymised(), as: .jsonld, with: key)
                receipts.append([
                    "purpose": purpose, "channel": channel, "jws": .text(receipt.text),
                ])
            } catch {
                refused.append([
                    "purpose": purpose, "channel": channel, "why": .text(error.sentence),
                ])
            }
        }
        return APIAnswer([
            "contact": .text(contact.text), "receipts": .list(receipts),
            "refused": .list(refused),
        ])
    }

    func rectify(_ request: APIRequest) async throws -> APIAnswer {
        let (contact, _) = try place(request)
        let correction = try await engine.correct(
            request.body["flow"]?.text ?? "",
            request.body["slot"]?.text ?? "",
            to: request.body["value"]?.text,
            of: contact
        )
        switch correction {
        case .done(let report): return Self.changes(report, of: contact)
        case .nobody: throw Problem(.contactUnknown)
        case .unknownSlot: throw Problem(.slotUnknown)
        case .notKept: throw Problem(.valueNotKept)
        case .unfit(let wanted): throw Problem(.valueUnfit, .init("wanted", .text(wanted)))
        }
    }

    // MARK: Whom it is about

    /// The contact in the path, and where it is written to now.
    func place(_ request: APIRequest) throws -> (contact: ContactID, address: ContactAddress) {
        guard let contact = request.contact else { throw Problem(.contactUnknown) }
        switch try engine.place(of: contact) {
        case .nobody: throw Problem(.contactUnknown)
        case .merged(let survivor):
            throw Problem(.contactMerged, .init("contact", .text(survivor.text)))
        case .current(let address): return (contact, address)
        }
    }

    /// What is kept about the contact in the path, once the log says that it was shown.
    private func shown(
        _ request: APIRequest
    ) async throws -> (contact: ContactID, data: PersonalData) {
        let (contact, address) = try place(request)
        guard let data = try await engine.show(address, by: .operator) else {
            throw Problem(.contactUnknown)
        }
        return (contact, data)
    }

    private static func json(_ consent: PersonalData.Consent) -> JSONValue {
        .members([
            "purpose": .text(consent.purpose), "channel": .text(consent.channel),
            "state": .text(consent.state), "since": .text(consent.since),
            "notice": consent.notice.map { .text($0) },
            "firstRequestedAt": consent.firstRequestedAt.map { .text($0) },
            "expiresAt": consent.expiresAt.map { .text($0) },
            "notAskedAgainBefore": consent.notAskedAgainBefore.map { .text($0) },
            "lastUsedAt": consent.lastUsedAt.map { .text($0) },
        ])
    }
}

extension ContactID {
    /// As programs and the log write it.
    var text: String { AuditEvent.text(ofPseudonym: bytes) }
}
