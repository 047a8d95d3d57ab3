import Clocks
package import ConsentRecords
import Consent
package import Conversations
import Crypto
package import Encryption
import FlowProgram
import MessageCatalog
import Storage

// The proofs of consent, put together for people who ask for them.
extension Engine {
    /// What there is to know about each consent of a contact; one for each purpose and channel.
    ///
    /// Empty for an address that is no contact's, or one that was never asked for anything.
    package func dossiers(
        of address: ContactAddress
    ) async throws(EngineError) -> [ConsentDossier] {
        try receiptDossiers(of: address)
    }

    /// The dossiers of every contact; `progress` hears how many contacts were read.
    package func dossiers(
        _ progress: (Int) -> Void
    ) throws(EngineError) -> [ConsentDossier] {
        var dossiers: [ConsentDossier] = []
        _ = try forEachContact(progress) { _, state throws(EngineError) in
            dossiers += try self.receiptDossiers(of: state.address)
        }
        return dossiers
    }

    /// The key that receipts are signed with, made when it is first needed.
    package func signingKey() throws(EngineError) -> SigningKey {
        try directory.signingKey(at: clock.now()) { key throws(StoreError) in
            try KeyEvents.recordSigningKey(key, in: store, at: clock.now())
        }
    }

    /// Writes into the log that personal data were shown or handed out.
    package func recordDisclosure(
        of address: ContactAddress,
        as disclosure: Disclosure
    ) async throws(EngineError) {
        _ = try await perform(.disclose(disclosure), by: .operator, for: address)
    }

    /// A page for each consent that a contact ever gave or refused, with the signed receipt in it.
    func receipts(
        for address: ContactAddress
    ) throws(EngineError) -> [OutboundMessage.Attachment] {
        let key = try signingKey()
        return try receiptDossiers(of: address).compactMap { dossier in
            // What no receipt can be made of is not sent; `parley consent receipt` says why.
            guard let page = try? ReceiptPage.html(dossier, signedWith: key) else { return nil }
            return OutboundMessage.Attachment(
                name: "consent-\(dossier.purpose.id).html",
                mediaType: "text/html",
                bytes: [UInt8](page.utf8)
            )
        }
    }

    private func receiptDossiers(
        of address: ContactAddress
    ) throws(EngineError) -> [ConsentDossier] {
        guard let contact = try directory.find(address), let state = try load(contact)?.state
        else { return [] }
        let evidence = try evidence(of: address)
        let program = registry.current.program
        let now = clock.now()
        let keys = Set(evidence.map(\.change.key)).sorted()
        return keys.compactMap { key in
            guard let declared = program.purposes.first(where: { $0.id == key.purpose }) else {
                return nil
            }
            let making = DossierMaking(
                program: program,
                declared: declared,
                locale: program.locale(for: LocaleTag(state.locale) ?? program[.source]),
                pseudonym: contact.id.bytes
            )
            return making.dossier(
                of: key,
                evidence.filter { $0.change.key == key },
                address: state.address,
                receiptID: entropy.bytes(RecordID.count),
                at: now
            )
        }
    }
}

/// Puts a dossier together from the program and the evidence of one consent.
private struct DossierMaking {
    let program: Program
    let declared: DeclaredPurpose
    let locale: LocaleIndex
    let pseudonym: [UInt8]

    func dossier(
        of key: ConsentKey,
        _ evidence: [ConsentEvidence],
        address: ContactAddress,
        receiptID: [UInt8],
        at now: Timestamp
    ) -> ConsentDossier? {
        guard let receipt = RecordID(random: receiptID),
            let record = RecordID(random: recordID(of: key))
        else { return nil }
        let channel = program.channels.first { $0.name == key.channel }
        let controller = program.controller
        return ConsentDossier(
            receiptID: receipt,
            recordID: record,
            issuedAt: now,
            subject: ConsentDossier.Subject(
                pseudonym: pseudonym,
                address: address.description
            ),
            controller: ConsentDossier.Controller(
                name: controller.name,
                address: controller.address,
                contact: controller.contact,
                country: controller.country,
                dpo: controller.dpo,
                authority: controller.authority
            ),
            channel: key.channel,
            purpose: declared.purpose,
            purposeName: declared.names[locale.value],
            recipients: recipients(on: channel),
            storage: storage,
            jurisdiction: controller.country,
            notice: ConsentDossier.Notice(
                version: program[declared.notice].version,
                locale: program[locale].text,
                text: program.text(of: declared.notice, in: locale)
            ),
            events: evidence.map { event($0) },
            withdrawal: [
                "Write STOP on \(key.channel).", "Write to \(controller.contact).",
            ]
        )
    }

    /// The same for the same consent, so that two receipts can be seen to be about one record.
    private func recordID(of key: ConsentKey) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("parley/consent-record/v1".utf8))
        hash.update(data: pseudonym)
        hash.update(data: Array("\(key.purpose.name)\u{0}\(key.channel)".utf8))
        return Array(hash.finalize().prefix(RecordID.count))
    }

    private func recipients(on channel: DeclaredChannel?) -> [ConsentDossier.Recipient] {
        let vendor = program.vendors.first { $0.name == channel?.vendor }
        let named = declared.purpose.recipients.map { ConsentDossier.Recipient(name: $0) }
        guard let vendor else { return named }
        let carrier = ConsentDossier.Recipient(
            name: vendor.legalName,
            country: vendor.country,
            role: ConsentDossier.Recipient.Role(rawValue: vendor.role.rawValue) ?? .recipient,
            receives: vendor.receives,
            transfer: vendor.transfer
        )
        return [carrier] + named.filter { $0.name != vendor.legalName && $0.name != vendor.name }
    }

    private var storage: ConsentDossier.Storage {
        let rule = program.retention.rule(for: .consentProof)
        return ConsentDossier.Storage(
            country: program.storageCountry ?? program.controller.country,
            period: rule.keep ?? .months(60),
            citation: rule.citation
        )
    }

    private func event(_ proof: ConsentEvidence) -> ConsentDossier.Event {
        ConsentDossier.Event(
            at: proof.at,
            from: proof.change.from,
            to: proof.change.to,
            act: proof.change.act,
            actor: ConsentDossier.Event.Actor(rawValue: proof.actor) ?? .engine,
            channel: proof.channel,
            method: proof.cause,
            message: proof.providerID,
            words: proof.wordsShown,
            notice: proof.change.notice.map { shown in
                ConsentDossier.Notice(
                    version: shown.notice,
                    locale: shown.locale,
                    text: proof.noticeText
                )
            },
            locale: proof.locale,
            validUntil: proof.validUntil,
            flow: proof.flow.isEmpty ? nil : "\(proof.flow)/\(proof.step)"
        )
    }
}
