import ArgumentParser
import CommandLineSupport
import Consent
import ConsentRecords
import ConversationRuntime
import Conversations
import Encryption
import JSONCoding

struct ConsentReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "The proof of one consent, as a record, a signed receipt or a page.",
        discussion: """
            jsonld is the record of ISO/IEC TS 27560, kantara the Kantara Consent Receipt 1.1, jws \
            the first of them signed with the store's key, and html a page to print, with the \
            signed receipt at its end. Documents for machines have a pseudonym and digests; the \
            page has the words that were shown and the address with its middle left out. A \
            `data.disclosed` leaf says that a receipt was made.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonld, kantara, jws
        case kantaraSigned = "kantara-jws"
        case html
    }

    @OptionGroup var contact: ContactOption

    @Option(name: .long, help: "The purpose, such as newsletter.")
    var purpose: String

    @Option(name: .long, help: "jsonld, kantara, jws, kantara-jws or html.")
    var format: Format

    @Option(name: .long, help: "A new file to write, readable by you only.")
    var output: String?

    @Flag(
        name: .long,
        help: "Put the words shown, the message ids and the masked address in; a page has them."
    )
    var personalData = false

    func run() async throws {
        try await ending {
            if let output { try PrivateOutput.require(newFile: output) }
            try await contact.open { session, address in
                let dossier = try await dossier(of: address, in: session)
                // The leaf first: what left without one could never be accounted for. A refusal
                // leaves one as well, since it says that a consent was never given.
                try await session.engine.recordDisclosure(of: address, as: .receipt)
                let text = try document(dossier) { try session.engine.signingKey() }
                let bytes = [UInt8](text.utf8)
                guard let output else { return Output.text(bytes) }
                try PrivateOutput.write(bytes, to: output)
                Output.line("wrote \(output); only you can read it")
            }
        }
    }

    private func dossier(
        of address: ContactAddress,
        in session: StoreSession
    ) async throws -> ConsentDossier {
        let all = try await session.engine.dossiers(of: address)
            .filter { $0.channel == address.channel }
        guard let dossier = all.first(where: { $0.purpose.id.name == purpose }) else {
            guard try session.engine.state(of: address) != nil else { throw Failure.noContact }
            // The refusal names what else was asked for.
            try await session.engine.recordDisclosure(of: address, as: .shown)
            guard !all.isEmpty else {
                throw Failure.cannotRun(
                    "this contact was never asked for a consent on `\(address.channel)`"
                )
            }
            let names = all.map(\.purpose.id.name).joined(separator: ", ")
            throw Failure.cannotRun(
                "this contact was never asked for `\(purpose)` on `\(address.channel)`, "
                    + "only for \(names)"
            )
        }
        return dossier
    }

    private func document(
        _ full: ConsentDossier,
        _ key: () throws -> SigningKey
    ) throws -> String {
        let dossier = personalData ? full : full.pseudonymised()
        do {
            return switch format {
            case .jsonld: try SignedReceipt.Format.jsonld.document(dossier).pretty
            case .kantara: try SignedReceipt.Format.kantara.document(dossier).pretty
            case .jws: try SignedReceipt(dossier, as: .jsonld, with: key()).text + "\n"
            case .kantaraSigned: try SignedReceipt(dossier, as: .kantara, with: key()).text + "\n"
            case .html: try ReceiptPage.html(full, signedWith: key())
            }
        } catch let error as ReceiptError {
            throw Failure.cannotRun(error.sentence)
        }
    }
}
