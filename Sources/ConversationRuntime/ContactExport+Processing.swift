import Clocks
import Consent
import Conversations
import FlowProgram
import MessageCatalog

// LAW: Art. 15(1)(a) to (h) and 15(2) GDPR.
/// What the data are for, who gets them, how long they stay, and what the person may do.
package struct Processing: Hashable, Sendable, Encodable {
    package struct Responsible: Hashable, Sendable, Encodable {
        package let name: String
        package let address: String
        package let contact: String
        package let country: String
        package let dataProtectionOfficer: String?
    }

    package struct Purpose: Hashable, Sendable, Encodable {
        package let id: String
        /// In the contact's language.
        package let name: String
        package let legalBasis: String
        package let isMarketing: Bool
        package let isExplicit: Bool
        package let data: [String]
        package let specialCategories: [String]
        package let recipients: [String]
        package let minimumAge: Int?
        package let consentEndsAfter: String?
        package let notice: String
    }

    package struct Recipient: Hashable, Sendable, Encodable {
        package let name: String
        package let legalName: String
        package let country: String
        package let role: String
        package let receives: [String]
        package let channels: [String]
        /// What a transfer to a third country rests on.
        package let transferSafeguard: String?
    }

    package struct StoragePeriod: Hashable, Sendable, Encodable {
        package let of: String
        package let keptFor: String
        package let because: String?
    }

    package struct Entitlement: Hashable, Sendable, Encodable {
        package let to: String
        package let law: String
        package let how: String
    }

    package struct Complaint: Hashable, Sendable, Encodable {
        package let law: String
        package let authority: String
    }

    package let controller: Responsible
    package let purposes: [Purpose]
    package let categories: [String]
    package let recipients: [Recipient]
    package let storedIn: String?
    package let storagePeriods: [StoragePeriod]
    package let rights: [Entitlement]
    package let complaint: Complaint
    package let source: String
    package let automatedDecisions: String

    init(_ program: Program, for state: ContactState) {
        let tag = LocaleTag(state.locale) ?? program[.source]
        let locale = program.locale(for: tag)
        controller = Responsible(program.controller)
        purposes = program.purposes.map { Purpose($0, in: locale) }
        categories = Self.categories(of: program)
        recipients = program.vendors.map { Recipient($0, program.channels) }
        storedIn = program.storageCountry
        storagePeriods = Self.storagePeriods(of: program)
        rights = Self.rights(program.controller)
        complaint = Complaint(
            law: "Art. 77 GDPR",
            authority: program.controller.authority
                ?? "the supervisory authority of the place where you live or work, or where the "
                + "controller is (\(program.controller.country))"
        )
        source = Self.source(of: state)
        // LAW: Art. 22 GDPR.
        automatedDecisions =
            "none: a conversation follows fixed rules that its author wrote, and nothing in it "
            + "evaluates or profiles a person"
    }
}

extension Processing.Responsible {
    fileprivate init(_ controller: Controller) {
        name = controller.name
        address = controller.address
        contact = controller.contact
        country = controller.country
        dataProtectionOfficer = controller.dpo
    }
}

extension Processing.Purpose {
    fileprivate init(_ declared: DeclaredPurpose, in locale: LocaleIndex) {
        let law = declared.purpose
        id = law.id.name
        name = declared.names[locale.value]
        legalBasis = law.legalBasis
        isMarketing = law.isMarketing
        isExplicit = law.isExplicit
        data = law.data
        specialCategories = law.specialCategories
        recipients = law.recipients
        minimumAge = law.minimumAge
        consentEndsAfter = law.lapsesAfter?.text
        notice = law.notice.description
    }
}

extension Processing.Recipient {
    fileprivate init(_ vendor: Vendor, _ channels: [DeclaredChannel]) {
        name = vendor.name
        legalName = vendor.legalName
        country = vendor.country
        role = vendor.role.rawValue
        receives = vendor.receives
        self.channels = channels.filter { $0.vendor == vendor.name }.map(\.name)
        transferSafeguard = vendor.transfer
    }
}

extension Processing {
    /// What every contact has, and what the purposes and their flows add.
    private static func categories(of program: Program) -> [String] {
        let own = [
            "addresses on the channels used, and the language spoken",
            "consent: each decision, with the words and the notice it answered",
            "times of the first and the last message, and rights exercised",
        ]
        let declared = program.purposes.flatMap { $0.purpose.data + $0.purpose.specialCategories }
        let asked = program.flows.flatMap { flow in
            flow.slots.filter { !$0.isParameter && $0.isPersonal }
                .map { "\(flow.name): \($0.name)" }
        }
        return own + Set(declared).sorted() + Set(asked).sorted()
    }

    private static func storagePeriods(of program: Program) -> [StoragePeriod] {
        // Conversations follow `session-idle`, and values say their own time.
        let others: [RecordClass] = [.session, .keptValue]
        let classes = program.retention.rules.filter { !others.contains($0.recordClass) }
            .map { rule in
                StoragePeriod(
                    of: rule.recordClass.rawValue,
                    keptFor: rule.words,
                    because: rule.because
                )
            }
        let conversation = StoragePeriod(
            of: "a conversation that nobody continues",
            keptFor: program.sessionIdle.text,
            because: nil
        )
        let values = program.flows.flatMap { flow in
            flow.slots.filter { !$0.isParameter }.map { slot in
                StoragePeriod(
                    of: "\(flow.name)/\(slot.name)",
                    keptFor: slot.isBirthDate
                        ? "never: only the age gate it passed"
                        : slot.keep?.text ?? "until the conversation ends",
                    because: nil
                )
            }
        }
        return classes + [conversation] + values
    }

    private static func rights(_ controller: Controller) -> [Entitlement] {
        let write = "write to \(controller.contact)"
        return [
            Entitlement(
                to: "withdraw consent",
                law: "Art. 7(3) GDPR",
                how: "write STOP in the conversation, at any time"
            ),
            Entitlement(to: "access", law: "Art. 15 GDPR", how: write),
            Entitlement(to: "rectification", law: "Art. 16 GDPR", how: write),
            Entitlement(
                to: "erasure",
                law: "Art. 17 GDPR",
                how: "ask for it in the conversation, or \(write)"
            ),
            Entitlement(to: "restriction", law: "Art. 18 GDPR", how: write),
            Entitlement(to: "portability", law: "Art. 20 GDPR", how: write),
            Entitlement(
                to: "object, to direct marketing without giving a reason",
                law: "Art. 21 GDPR",
                how: "write STOP in the conversation, or \(write)"
            ),
        ]
    }

    private static func source(of state: ContactState) -> String {
        let channels = Set(state.identities.map(\.channel)).sorted().joined(separator: ", ")
        return "you, in conversation on \(channels); the address came with the first message"
    }
}
