internal import Consent
package import FlowProgram
internal import MessageCatalog

/// Which program a certificate is about.
///
/// The program's digest says it alone; the rest is there to name what differs.
package struct CertifiedProgram: Hashable, Sendable {
    /// A flow by its name and the digest that pins it.
    package struct Flow: Hashable, Sendable {
        package let name: String
        package let digest: ProgramDigest
    }

    package let digest: ProgramDigest
    /// The first is the source; the texts of all are part of the digests.
    package let locales: [String]
    /// Names and versions (`privacy@2026-03`), in the order of their text.
    package let notices: [String]
    /// In the order of their names.
    package let flows: [Flow]

    init(digest: ProgramDigest, locales: [String], notices: [String], flows: [Flow]) {
        self.digest = digest
        self.locales = locales
        self.notices = notices
        self.flows = flows
    }

    package init(_ program: Program) {
        digest = program.digest
        locales = program.locales.map(\.text)
        notices = program.notices.map(\.version.description).sorted()
        flows = program.flows.map { Flow(name: $0.name, digest: $0.digest) }
            .sorted { $0.name < $1.name }
    }
}
