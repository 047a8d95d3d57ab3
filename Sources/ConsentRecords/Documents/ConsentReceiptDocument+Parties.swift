import Clocks
import Consent
import Encryption
import JSONCoding

// The parties section: everyone the record names, but for the person.
extension ConsentReceiptDocument {
    var parties: [JSONValue] {
        let controller = dossier.controller
        var all = [
            party(
                "controller",
                type: "dpv:DataController",
                name: controller.name,
                address: controller.address,
                contact: controller.contact,
                country: controller.country
            )
        ]
        if let officer = controller.dpo {
            all.append(
                party(
                    "dpo",
                    type: "dpv:DataProtectionOfficer",
                    name: "Data protection officer of \(controller.name)",
                    address: controller.address,
                    contact: officer,
                    country: controller.country
                )
            )
        }
        if let authority = controller.authority {
            all.append(
                party(
                    "authority",
                    type: "dpv:DataProtectionAuthority",
                    name: authority,
                    address: authority,
                    contact: authority,
                    country: nil
                )
            )
        }
        return all + dossier.recipients.indices.map { recipient(at: $0) }
    }

    private func party(
        _ part: String,
        type: String,
        name title: String,
        address: String,
        contact: String,
        country: String?
    ) -> JSONValue {
        .members([
            "@id": .text(name(part)),
            "@type": .text(type),
            "dpv:hasIdentifier": .text(name(part)),
            "dpv:hasName": .text(title),
            "dpv:hasAddress": .text(address),
            "dpv:hasContact": .text(contact),
            "dpv:hasLocation": country.map { Vocabulary.place($0) },
        ])
    }

    /// ISO 27560 wants an address and a contact of every party: of those the controller sends the
    /// data to, the country is what is declared, and the controller is whom to ask.
    private func recipient(at index: Int) -> JSONValue {
        let recipient = dossier.recipients[index]
        return .members([
            "@id": .text(recipientName(index)),
            "@type": .text(Vocabulary.role(recipient.role)),
            "dpv:hasIdentifier": .text(recipientName(index)),
            "dpv:hasName": .text(recipient.name),
            "dpv:hasAddress": .text(recipient.country ?? "not declared"),
            "dpv:hasContact": .text("through the controller: \(dossier.controller.contact)"),
            "dpv:hasLocation": recipient.country.map { Vocabulary.place($0) },
            "dpv:hasPersonalData": recipient.receives.isEmpty
                ? nil
                : .list(
                    recipient.receives.map {
                        ["@type": "dpv:PersonalData", "dct:title": .text($0)]
                    }
                ),
            "dct:description": recipient.transfer.map { .text("transfer: \($0)") },
        ])
    }
}

// The events section: the history of the consent, oldest first.
extension ConsentReceiptDocument {
    /// A record must have an event: of a consent nobody was asked for, that nothing is known.
    var statuses: [JSONValue] {
        guard dossier.events.isEmpty else {
            return dossier.events.indices.map { status(at: $0) }
        }
        return [
            [
                "@id": .text(name("event-1")),
                "@type": .text(Vocabulary.status(.unknown)),
                "dpv:isIndicatedAtTime": .text(dossier.issuedAt.text),
                "dpv:isIndicatedBy": .text(name("controller")),
                "dpv:hasLegalBasis": .text(Vocabulary.consentType(dossier.purpose)),
                "dpv:hasDuration": until("consent is requested"),
            ]
        ]
    }

    private func status(at index: Int) -> JSONValue {
        let event = dossier.events[index]
        return .members([
            "@id": .text(name("event-\(index + 1)")),
            "@type": types(of: event),
            "dct:title": .text(event.act.rawValue),
            "dpv:isIndicatedAtTime": .text(event.at.text),
            "dpv:isIndicatedBy": .text(event.isByPerson ? "dpv:DataSubject" : name("controller")),
            "dpv:hasIndicationMethod": .text(event.indication),
            "dpv:hasLegalBasis": .text(Vocabulary.consentType(dossier.purpose)),
            "dpv:hasDuration": duration(of: event),
            "dpv:hasNotice": event.notice.flatMap { noticeName($0) }.map { .text($0) },
            "dct:language": .text(event.locale),
            "dct:source": event.flow.map { .text($0) },
            "schema:identifier": event.message.map { .text($0.text ?? $0.digest) },
            "schema:sha256": event.words.map { .text(Hex.encode($0.sha256)) },
            "schema:text": event.words?.text.map { spoken($0, in: event.locale) },
            "schema:position": event.auditLeaf.map { .integer($0) },
        ])
    }

    /// The status, and for valid consent its type as well.
    private func types(of event: ConsentDossier.Event) -> JSONValue {
        let status = JSONValue.text(Vocabulary.status(event.to))
        guard event.to.isValid else { return status }
        return [status, .text(Vocabulary.consentType(dossier.purpose))]
    }

    private func duration(of event: ConsentDossier.Event) -> JSONValue {
        if let end = event.validUntil {
            return ["@type": "dpv:UntilTimeDuration", "rdf:value": .text(end.text)]
        }
        return until(event.to.isValid ? "withdrawal" : "the next event")
    }

    private func until(_ event: String) -> JSONValue {
        ["@type": "dpv:UntilEventDuration", "rdf:value": .text(event)]
    }
}

extension ConsentDossier.Event {
    /// How it was indicated, in one line: `whatsapp, by contact: choice:agree by button`.
    var indication: String { "\(channel), by \(actor.rawValue): \(method)" }
}

extension ConsentDossier.BoundText {
    /// `sha256:` and the digest in hexadecimal.
    var digest: String { "sha256:\(Hex.encode(sha256))" }
}
