import Clocks
import Consent
import Encryption
package import JSONCoding
import MessageCatalog

// LAW: Art. 7(1), 13 and 14 GDPR; ISO/IEC TS 27560:2023.
/// The receipt as ISO/IEC TS 27560:2023 has it, in the terms of the W3C Data Privacy Vocabulary
/// 2.3: a receipt that holds a whole record.
///
/// JSON-LD with its context inline; field by field in `docs/consent-receipts.md`.
package struct ConsentReceiptDocument: Sendable {
    let dossier: ConsentDossier
    let isUnderGDPR: Bool

    package init(_ dossier: ConsentDossier) {
        self.dossier = dossier
        isUnderGDPR = Vocabulary.isUnderGDPR(dossier.jurisdiction)
    }

    /// The document.
    package var json: JSONValue {
        let profile: Vocabulary.Profile = isUnderGDPR ? .receiptGDPR : .receipt
        return [
            "@context": Vocabulary.context,
            "@id": .text(dossier.receiptID.urn),
            "@type": "dpv:ConsentReceipt",
            "dct:conformsTo": .text(profile.rawValue),
            "dct:identifier": .text(dossier.receiptID.text),
            "dpv:hasIdentifier": .text(dossier.receiptID.text),
            "dct:created": .text(dossier.issuedAt.text),
            "dct:publisher": .text(name("controller")),
            "schema:recipient": "dpv:DataSubject",
            "dpv:hasRecordOfActivity": record,
        ]
    }

    private var record: JSONValue {
        let profile: Vocabulary.Profile = isUnderGDPR ? .recordGDPR : .record
        let bases = Vocabulary.legalBases(dossier.purpose, isUnderGDPR: isUnderGDPR)
        return .members([
            "@id": .text(dossier.recordID.urn),
            "@type": "dpv:ConsentRecord",
            "dct:conformsTo": .text(profile.rawValue),
            "dct:identifier": .text(dossier.recordID.text),
            "dpv:hasIdentifier": .text(dossier.recordID.text),
            "dct:modified": .text((dossier.events.last?.at ?? dossier.issuedAt).text),
            "dpv:hasDataSubject": subject,
            "dpv:hasDataController": .text(name("controller")),
            "dpv:hasJurisdiction": Vocabulary.place(dossier.jurisdiction),
            "dpv:hasLegalBasis": .list(bases.map { .text($0) }),
            "dpv:hasProcess": process,
            "dpv:hasNotice": .list(dossier.notices.indices.map { notice(at: $0) }),
            "dpv:hasConsentControl": .list(dossier.withdrawal.map { control($0) }),
            "dpv:hasRight": isUnderGDPR ? rights : nil,
            "dpv:hasEntity": .list(parties),
            "dpv:hasConsentStatus": .list(statuses),
        ])
    }

    /// A part of the record, under a name that only this record has.
    func name(_ part: String) -> String { "\(dossier.recordID.urn)#\(part)" }

    private var subject: JSONValue {
        .members([
            "@id": .text("urn:uuid:\(RecordID.grouped(dossier.subject.pseudonym))"),
            "@type": "dpv:DataSubject",
            "dpv:hasIdentifier": .text(Hex.encode(dossier.subject.pseudonym)),
            "schema:contactPoint": dossier.subject.address.map { .text($0) },
        ])
    }

    private func control(_ way: String) -> JSONValue {
        ["@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": .text(way)]
    }

    private var rights: JSONValue {
        .list(
            Vocabulary.rights.map { right in
                [
                    "@type": ["dpv:DataSubjectRight", .text(right.term)],
                    "dct:title": .text(right.name),
                    "dpv:isExercisedAt": .text(exercise(right.term)),
                ]
            }
        )
    }

    private func exercise(_ term: String) -> String {
        switch term {
        case "eu-gdpr:A7-3": dossier.withdrawal.first ?? dossier.controller.contact
        case "eu-gdpr:A77": dossier.controller.authority ?? "any supervisory authority"
        default: dossier.controller.contact
        }
    }
}

// The processing: what the data are used for, by whom, where and for how long.
extension ConsentReceiptDocument {
    fileprivate var process: JSONValue {
        let purpose = dossier.purpose
        let kind = purpose.isMarketing ? "dpv:DirectMarketing" : "dpv:CommunicationManagement"
        return .members([
            "@id": .text(name("process")),
            "@type": "dpv:Process",
            "dpv:hasPurpose": [
                "@type": .text(kind),
                "dct:identifier": .text(purpose.id.name),
                "dct:title": .text(dossier.purposeName),
            ],
            "dct:description": .list(remarks.map { .text($0) }),
            "dpv:hasProcessing": ["dpv:Collect", "dpv:Store", "dpv:Use"],
            "dpv:hasPersonalData": .list(personalData),
            "dpv:hasDataSource": "dpv:DataSubjectDataSource",
            "dpv:hasRecipient": .list(dossier.recipients.indices.map { .text(recipientName($0)) }),
            "dpv:hasStorageCondition": storage,
        ])
    }

    /// What the purpose declares and the vocabulary has no term for.
    private var remarks: [String] {
        let age = dossier.purpose.minimumAge.map { "for people of at least \($0) years" }
        return ["legal basis as declared: \(dossier.purpose.legalBasis)"] + [age].compactMap { $0 }
    }

    private var personalData: [JSONValue] {
        dossier.purpose.data.map { category in
            ["@type": "dpv:PersonalData", "dct:title": .text(category)]
        }
            + dossier.purpose.specialCategories.map { category in
                ["@type": "dpv:SpecialCategoryPersonalData", "dct:title": .text(category)]
            }
    }

    private var storage: JSONValue {
        [
            [
                "@type": "dpv:StorageLocation",
                "dpv:hasLocation": Vocabulary.place(dossier.storage.country),
            ],
            [
                "@type": "dpv:StorageDuration",
                "dpv:hasDuration": [
                    "@type": "dpv:TemporalDuration",
                    "rdf:value": .text(dossier.storage.period.iso8601),
                ],
                "dct:source": .text(dossier.storage.citation),
            ],
        ]
    }

    func recipientName(_ index: Int) -> String { name("recipient-\(index + 1)") }
}

// The notices that were shown.
extension ConsentReceiptDocument {
    fileprivate func notice(at index: Int) -> JSONValue {
        let notice = dossier.notices[index]
        let digest = notice.text.map { Hex.encode(ConsentDossier.BoundText($0).sha256) }
        return .members([
            "@id": .text(noticeName(index)),
            "@type": "dpv:ConsentNotice",
            "dct:identifier": .text(notice.version.description),
            "dct:title": .text(notice.version.name),
            "dct:hasVersion": .text(notice.version.version),
            "dct:language": .text(notice.locale),
            "schema:url": notice.url.map { .text($0) },
            "schema:sha256": digest.map { .text($0) },
            "schema:text": notice.text.map { spoken($0, in: notice.locale) },
        ])
    }

    func noticeName(_ index: Int) -> String { name("notice-\(index + 1)") }

    func noticeName(_ notice: ConsentDossier.Notice) -> String? {
        dossier.notices.firstIndex { $0.isSame(as: notice) }.map { noticeName($0) }
    }

    /// A text with its language, as far as that is one.
    func spoken(_ text: String, in locale: String) -> JSONValue {
        guard let tag = LocaleTag(locale) else { return .text(text) }
        return ["@value": .text(text), "@language": .text(tag.text)]
    }
}
