import Encryption
import ProofCertificates
import Testing
import TransparencyLog

/// Who signed a certificate, and that nothing else is believed.
struct CertificateSigningTests {
    private let statement: ProofStatement

    init() throws {
        statement = try ProofSample().statement()
    }

    private func certificate() throws -> ProofCertificate {
        try ProofCertificate(statement, signedBy: ProofSample.signer())
    }

    @Test func `a certificate is a note that its key verifies`() throws {
        let certificate = try certificate()
        let key = try ProofSample.signer().verifierKey
        let note = try SignedNote(bytes: certificate.bytes)
        #expect(note.text == statement.text)
        #expect(try note.signatures(by: [key]) == [key])
        let read = try ProofCertificate(bytes: certificate.bytes, trusting: .verifierKey(key))
        #expect(read.statement.text == statement.text)
        #expect(read.signers == [key])
    }

    @Test func `one's own key counts under whatever name it signed`() throws {
        let trust = CertificateTrust.publicKey(ProofSample.key().publicKey)
        let read = try ProofCertificate(bytes: certificate().bytes, trusting: trust)
        #expect(read.signers == [try ProofSample.signer().verifierKey])
        let other = CertificateTrust.publicKey(ProofSample.key(8).publicKey)
        #expect(throws: CertificateError.note(.unverified)) {
            try ProofCertificate(bytes: certificate().bytes, trusting: other)
        }
    }

    @Test func `a name that steers a terminal is nobody's`() throws {
        let signer = try ProofSample.signer("acme\u{9B}31m")
        let certificate = try ProofCertificate(statement, signedBy: signer)
        let trust = CertificateTrust.publicKey(ProofSample.key().publicKey)
        #expect(throws: CertificateError.note(.unverified)) {
            try ProofCertificate(bytes: certificate.bytes, trusting: trust)
        }
    }

    @Test func `another key, and another name, count for nothing`() throws {
        let bytes = try certificate().bytes
        for (name, key) in [("acme.example/proof", 8 as UInt8), ("other.example/proof", 7)] {
            let stranger = try ProofSample.signer(name, key: key).verifierKey
            #expect(throws: CertificateError.note(.unverified)) {
                try ProofCertificate(bytes: bytes, trusting: .verifierKey(stranger))
            }
        }
    }

    @Test func `others may sign as well`() throws {
        let auditor = try ProofSample.signer("auditor.example", key: 9)
        let note = try certificate().note.adding(auditor.signature(of: statement.text))
        let read = try ProofCertificate(bytes: note.bytes, trusting: ProofSample.trust())
        #expect(read.signers == [try ProofSample.signer().verifierKey])
        #expect(read.note.signatures.count == 2)
        let trust = CertificateTrust.verifierKey(auditor.verifierKey)
        let audited = try ProofCertificate(bytes: note.bytes, trusting: trust)
        #expect(audited.signers == [auditor.verifierKey])
    }

    @Test func `no certificate is a checkpoint, and no checkpoint a certificate`() throws {
        #expect(throws: CheckpointError.malformedOrigin) {
            try Checkpoint(noteText: statement.text)
        }
        let root = String(repeating: "A", count: 43) + "="
        let checkpoint = "acme.example/proof\n1\n\(root)\n"
        _ = try Checkpoint(noteText: checkpoint)
        let signed = try ProofSample.signed(checkpoint)
        #expect(throws: CertificateError.notACertificate) {
            try ProofCertificate(bytes: signed, trusting: ProofSample.trust())
        }
    }

    @Test func `the signature is looked at before what it signs`() throws {
        let stranger = try ProofSample.signer(key: 8)
        let text = "not a certificate\n"
        let note = try SignedNote(text: text, signatures: [stranger.signature(of: text)])
        #expect(throws: CertificateError.note(.unverified)) {
            try ProofCertificate(bytes: note.bytes, trusting: ProofSample.trust())
        }
    }

    @Test func `a certificate that says itself what does not hold is none`() throws {
        let place = try statement.lines.place(of: "property C3")
        let text = statement.text { $0[place] = "property C3 does not hold by checker" }
        let name = try #require(PropertyName("C3"))
        let signed = try ProofSample.signed(text)
        #expect(throws: CertificateError.provesNot(name)) {
            try ProofCertificate(bytes: signed, trusting: ProofSample.trust())
        }
    }
}
