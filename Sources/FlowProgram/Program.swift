package import Clocks
package import Consent
package import MessageCatalog

/// A compiled workspace: everything the interpreter needs, with nothing left to look up by name.
///
/// Immutable, and an object only because a turn hands it on many times: a copy of its dozen arrays
/// each time would cost more than the turn.
package final class Program: Hashable, Sendable {
    package let digest: ProgramDigest
    package let controller: Controller
    /// The first is the source.
    package let locales: [LocaleTag]
    package let flows: [Flow]
    package let purposes: [DeclaredPurpose]
    package let notices: [Notice]
    package let catalog: Catalog
    package let commands: CommandFlows
    package let channels: [DeclaredChannel]
    /// After this long without a turn, a conversation is over.
    package let sessionIdle: Period
    /// Who receives data, in the order declared.
    package let vendors: [Vendor]
    /// How far a STOP reaches.
    package let optOut: OptOutPolicy
    /// Where the store stands, if the workspace says so (ISO 3166-1, two letters).
    package let storageCountry: String?
    /// How long each class of records is kept.
    package let retention: RetentionPolicy
    /// How the log is signed and published; programs that differ in nothing else are equal.
    package let audit: AuditSettings
    /// Where the daemon is reached; no part of what makes programs equal either.
    package let serve: ServeSettings

    package static let defaultSessionIdle = Period.days(30)

    package init(
        digest: ProgramDigest,
        controller: Controller,
        locales: [LocaleTag],
        flows: [Flow],
        purposes: [DeclaredPurpose],
        notices: [Notice],
        catalog: Catalog,
        commands: CommandFlows,
        channels: [DeclaredChannel],
        sessionIdle: Period,
        vendors: [Vendor] = [],
        optOut: OptOutPolicy = .everything,
        storageCountry: String? = nil,
        retention: RetentionPolicy = .standard,
        audit: AuditSettings = .standard,
        serve: ServeSettings = .standard
    ) {
        precondition(!locales.isEmpty, "a program has at least one locale")
        self.digest = digest
        self.controller = controller
        self.locales = locales
        self.flows = flows
        self.purposes = purposes
        self.notices = notices
        self.catalog = catalog
        self.commands = commands
        self.channels = channels
        self.sessionIdle = sessionIdle
        self.vendors = vendors
        self.optOut = optOut
        self.storageCountry = storageCountry
        self.retention = retention
        self.audit = audit
        self.serve = serve
        laws = purposes.map(\.purpose)
    }

    /// The purposes as the consent ledger knows them.
    package let laws: [Purpose]

    package static func == (left: Program, right: Program) -> Bool {
        left === right || left.digest == right.digest
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }

    package subscript(flow: FlowIndex) -> Flow { flows[flow.value] }
    package subscript(purpose: PurposeIndex) -> DeclaredPurpose { purposes[purpose.value] }
    package subscript(notice: NoticeIndex) -> Notice { notices[notice.value] }
    package subscript(locale: LocaleIndex) -> LocaleTag { locales[locale.value] }

    package func flow(named name: String) -> FlowIndex? {
        flows.firstIndex { $0.name == name }.map { FlowIndex($0) }
    }

    package func channel(named name: String) -> DeclaredChannel? {
        channels.first { $0.name == name }
    }

    package func vendor(named name: String) -> Vendor? {
        vendors.first { $0.name == name }
    }

    /// The locale to speak for a contact that asks for `tag`: the nearest declared one along the
    /// BCP 47 chain, otherwise the source.
    package func locale(for tag: LocaleTag) -> LocaleIndex {
        for candidate in tag.fallbackChain {
            if let index = locales.firstIndex(of: candidate) { return LocaleIndex(index) }
        }
        return .source
    }
}

/// A purpose with its name for people.
package struct DeclaredPurpose: Hashable, Sendable {
    package let purpose: Purpose
    /// What `{purpose}` shows, one text for each locale.
    package let names: [String]
    package let notice: NoticeIndex

    package init(purpose: Purpose, names: [String], notice: NoticeIndex) {
        self.purpose = purpose
        self.names = names
        self.notice = notice
    }

    package var id: PurposeID { purpose.id }
}

/// The current version of a notice and its text.
package struct Notice: Hashable, Sendable {
    package let version: NoticeVersion
    package let message: MessageIndex

    package init(version: NoticeVersion, message: MessageIndex) {
        self.version = version
        self.message = message
    }
}

/// The flows that word the built-in commands.
package struct CommandFlows: Hashable, Sendable {
    package let stop: FlowIndex
    package let start: FlowIndex?
    package let help: FlowIndex?
    package let delete: FlowIndex?
    package let receipt: FlowIndex?

    package init(
        stop: FlowIndex,
        start: FlowIndex?,
        help: FlowIndex?,
        delete: FlowIndex? = nil,
        receipt: FlowIndex? = nil
    ) {
        self.stop = stop
        self.start = start
        self.help = help
        self.delete = delete
        self.receipt = receipt
    }
}
