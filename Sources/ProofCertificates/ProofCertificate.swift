package import TransparencyLog

/// A statement and the signatures under it: a signed note (C2SP signed-note) that any program for
/// such notes can verify.
package struct ProofCertificate: Sendable {
    /// Bytes in the largest certificate, signatures and all.
    package static let largestByteCount = 64 << 10

    package let statement: ProofStatement
    /// The statement's text with everybody's signature.
    package let note: SignedNote
    /// Those of the trusted keys that signed, of which there is one at least.
    package let signers: [NoteKey]

    /// Signs what was proven.
    package init(
        _ statement: ProofStatement,
        signedBy signer: NoteSigner
    ) throws(CertificateRefusal) {
        let text = statement.text
        do {
            note = try SignedNote(text: text, signatures: [signer.signature(of: text)])
        } catch {
            throw .unwritable(.note(error))
        }
        guard note.bytes.count <= Self.largestByteCount else {
            throw .unwritable(.tooLong(limit: Self.largestByteCount))
        }
        self.statement = statement
        signers = [signer.verifierKey]
    }

    /// Reads a certificate: first who signed it, then what it says.
    ///
    /// - Throws: also for one that says of a property that it does not hold.
    package init(bytes: [UInt8], trusting trust: CertificateTrust) throws(CertificateError) {
        guard bytes.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        do {
            note = try SignedNote(bytes: bytes)
            signers = try note.signatures(by: trust.keys(for: note))
        } catch {
            throw .note(error)
        }
        statement = try ProofStatement(text: note.text)
        let broken = statement.results.properties.first { $0.verdict == .doesNotHold }
        if let broken { throw .provesNot(broken.name) }
    }

    /// The certificate as it is stored.
    package var bytes: [UInt8] { note.bytes }
}
