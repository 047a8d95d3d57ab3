import ProofCertificates
import Testing
import TransparencyLog

/// Certificates that were changed, without the key that signed them and with it.
struct CertificateTamperingTests {
    private let sample: ProofSample
    private let statement: ProofStatement

    init() throws {
        sample = try ProofSample()
        statement = try sample.statement()
    }

    private func bytes() throws -> [UInt8] {
        try ProofCertificate(statement, signedBy: ProofSample.signer()).bytes
    }

    @Test func `no certificate with a flipped bit is believed`() throws {
        let bytes = try bytes()
        let trust = try ProofSample.trust()
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1 << UInt8(place % 8)
            #expect(
                throws: CertificateError.self,
                "byte \(place)",
                performing: { try ProofCertificate(bytes: changed, trusting: trust) }
            )
        }
    }

    @Test func `no part of a certificate is believed`() throws {
        let bytes = try bytes()
        let trust = try ProofSample.trust()
        for count in bytes.indices {
            #expect(
                throws: CertificateError.self,
                "\(count) bytes",
                performing: {
                    try ProofCertificate(bytes: [UInt8](bytes[..<count]), trusting: trust)
                }
            )
        }
    }

    @Test func `no line of a certificate is changed under its signature`() throws {
        let signature = try ProofSample.signer().signature(of: statement.text)
        let key = signature.keyID
        for place in statement.lines.indices {
            let edits: [(inout [String]) -> Void] = [
                { $0.remove(at: place) }, { $0.insert($0[place], at: place) },
                { $0[place] += "x" }, { $0.insert("remark", at: place) },
                { $0.swapAt(place, place == 0 ? 1 : 0) },
            ]
            for edit in edits {
                let text = statement.text(changing: edit)
                let note = try SignedNote(text: text, signatures: [signature])
                let refusal = NoteError.invalidSignature(name: "acme.example/proof", id: key)
                #expect(throws: CertificateError.note(refusal)) {
                    try ProofCertificate(bytes: note.bytes, trusting: ProofSample.trust())
                }
            }
        }
    }

    @Test func `what a trusted key signed and is not so is refused or told`() throws {
        for (place, line) in statement.lines.enumerated() {
            let edits: [(inout [String]) -> Void] = [
                { $0.remove(at: place) }, { $0.insert($0[place], at: place) },
                { $0[place] = Self.another(line) }, { $0[place] += "0" },
            ]
            for (number, edit) in edits.enumerated() {
                // The time and the limit are the signer's word; the proof is done with that limit.
                if number > 1, line.hasPrefix("time") || line.hasPrefix("limit") { continue }
                // Another version may count otherwise: that has tests of its own.
                if line.hasPrefix("checker"), number > 1 { continue }
                let text = statement.text(changing: edit)
                guard let changed = try? ProofStatement(text: text) else { continue }
                #expect(try !sample.differences(of: changed).isEmpty, "\(line), edit \(number)")
            }
        }
    }

    /// The line with its last digit exchanged for another, or with another verdict.
    private static func another(_ line: String) -> String {
        if line.hasSuffix("by checker") { return line.replacing("by checker", with: "by compiler") }
        if line.hasSuffix("by compiler") {
            return line.replacing("by compiler", with: "by checker")
        }
        if line.hasSuffix("not decided") {
            return line.replacing("not decided", with: "holds by checker")
        }
        return line.dropLast() + (line.hasSuffix("0") ? "1" : "0")
    }

    @Test func `no hostile text that is signed traps, and what is read has one spelling`() throws {
        var noise = ProofNoise(seed: 1)
        var accepted = 0
        for round in 0..<4000 {
            let bytes = noise.mutated([UInt8](statement.text.utf8))
            let text = String(decoding: bytes, as: UTF8.self)
            guard let read = try? ProofStatement(text: text) else { continue }
            #expect(read.text.utf8.elementsEqual(text.utf8), "round \(round)")
            _ = try sample.differences(of: read).map(\.text)
            _ = read.results.situations + read.results.turns
            accepted += 1
        }
        #expect(accepted > 0, "some changes only touch a count")
    }

    @Test func `more bytes than the limit are refused as such`() throws {
        let bytes = [UInt8](repeating: 0x61, count: ProofCertificate.largestByteCount + 1)
        #expect(throws: CertificateError.tooLong(limit: ProofCertificate.largestByteCount)) {
            try ProofCertificate(bytes: bytes, trusting: ProofSample.trust())
        }
    }
}

/// A generator of numbers that is the same in every run: SplitMix64 (Steele, Lea, Flood 2014).
private struct ProofNoise: RandomNumberGenerator {
    private static let words = [
        "\n", "\n\n", " ", "0", "-1", "9223372036854775807", "\u{0}", "\r\n", "\u{301}",
        "limit 1\n",
        "exploration chat - 1 1\n", "property C9 holds by checker\n", "flow a ", "\u{2028}",
    ]
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// The bytes with one or two changes: a bit, a digit, a piece taken out, a word put in.
    mutating func mutated(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0...Int.random(in: 0..<2, using: &self) {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<7, using: &self)
            case 1: bytes[place] = UInt8.random(in: UInt8(ascii: "0")...57, using: &self)
            case 2: bytes.remove(at: place)
            default:
                let word = Self.words.randomElement(using: &self) ?? ""
                bytes.insert(contentsOf: word.utf8, at: place)
            }
        }
        return bytes
    }
}
