import Audit
import Testing
import TransparencyLog

/// Requests to a witness, byte by byte (C2SP tlog-witness, section "add-checkpoint").
struct WitnessRequestTests {
    /// The example of the specification.
    private static let example = """
        old 20852014
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/\
        Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+4\
        9/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=

        """

    private static let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n"

    private func read(_ text: String) throws(AddCheckpointRequestError) -> AddCheckpointRequest {
        try AddCheckpointRequest(bytes: [UInt8](text.utf8))
    }

    @Test func `the example of the specification is read, and written the same`() throws {
        let request = try read(Self.example)
        #expect(request.oldSize == 20_852_014)
        #expect(request.proof.count == 4)
        #expect(request.proof.first?.hex.hasPrefix("3e544d0abc07a6a8") == true)
        #expect(request.checkpoint.checkpoint.origin == "example.com/behind-the-sofa")
        #expect(request.checkpoint.checkpoint.size == 20_852_163)
        #expect(request.checkpoint.note.signatures.count == 2)
        #expect(request.bytes == [UInt8](Self.example.utf8))
    }

    @Test(arguments: [(0, 0), (0, 1), (1, 2), (7, 40), (40, 40)])
    func `what is written is read back`(old: Int, new: Int) throws {
        let request = try WitnessSample().request(from: old, to: new)
        #expect(try AddCheckpointRequest(bytes: request.bytes) == request)
    }

    private static let rest = CheckpointVectors.signed

    @Test(
        arguments: [
            ("", .malformedOldSize), ("old 1", .malformedOldSize),
            ("\n\n\(rest)", .malformedOldSize), ("Old 1\n\n\(rest)", .malformedOldSize),
            ("old  1\n\n\(rest)", .malformedOldSize), ("old 1 \n\n\(rest)", .malformedOldSize),
            ("old 1\r\n\n\(rest)", .malformedOldSize), ("old 01\n\n\(rest)", .malformedOldSize),
            ("old +1\n\n\(rest)", .malformedOldSize), ("old -1\n\n\(rest)", .malformedOldSize),
            ("old \n\n\(rest)", .malformedOldSize), ("old ١\n\n\(rest)", .malformedOldSize),
            ("old 18446744073709551616\n\n\(rest)", .malformedOldSize),
            ("old 1\nAA==\n\n\(rest)", .malformedHash(line: 2)),
            ("old 1\n\(hash) \n\n\(rest)", .malformedHash(line: 3)),
            ("old 1\n\(hash)\r\n\(rest)", .malformedHash(line: 3)),
            ("old 1\n\(rest)", .malformedHash(line: 2)),
            ("old 1\n\(hash)", .noCheckpoint), ("old 1\n", .noCheckpoint),
            ("old 1\n\n", .checkpoint(.note(.noSignatures))),
            ("old 1\n\n\n\(rest)", .checkpoint(.malformedOrigin)),
            ("old 1\n\n\(CheckpointVectors.text)", .checkpoint(.note(.noSignatures))),
            ("old 1\n\n\(rest)x", .checkpoint(.note(.noSignatures))),
            (
                "old 1\n\(String(repeating: hash, count: 64))\n\(rest)",
                .proofTooLong(limit: 63)
            ),
        ] as [(String, AddCheckpointRequestError)]
    )
    func `anything else is refused, and told why`(
        text: String,
        error: AddCheckpointRequestError
    ) {
        #expect(throws: error) { try read(text) }
    }

    @Test func `sixty-three hashes are read, and so is the largest size`() throws {
        let proof = String(repeating: Self.hash, count: 63)
        let request = try read("old 18446744073709551615\n\(proof)\n\(Self.rest)")
        #expect(request.oldSize == .max)
        #expect(request.proof.count == 63)
    }

    @Test func `a request is at most 64 KiB, read or made`() throws {
        let line = "— \(String(repeating: "w", count: 100)) AAAAAAA=\n"
        let most = String(repeating: line, count: 90)
        _ = try read("old 0\n\n\(Self.rest)\(most)")
        let long = "old 0\n\n\(Self.rest)" + String(repeating: "x", count: 64 << 10)
        #expect(throws: AddCheckpointRequestError.tooLong(limit: 65_536)) { try read(long) }
        var checkpoint = try WitnessSample().checkpoint(1)
        for index in 0..<20 {
            let bytes = [UInt8](repeating: 0, count: 5000)
            checkpoint = try checkpoint.adding(
                try NoteSignature(name: "w\(index)", keyID: 0, bytes: bytes)
            )
        }
        #expect(throws: AddCheckpointRequestError.tooLong(limit: 65_536)) {
            try AddCheckpointRequest(oldSize: 0, proof: [], checkpoint: checkpoint)
        }
    }

    @Test func `no beginning of a request is a request but where a line of signatures ends`() {
        let bytes = [UInt8](Self.example.utf8)
        let read = bytes.indices.filter { count in
            let beginning = [UInt8](bytes[..<count])
            return (try? AddCheckpointRequest(bytes: beginning)) != nil
        }
        let end = Self.example.utf8.count - "— example.com/behind-the-sofa ".utf8.count - 93
        #expect(read == [end])
    }

    @Test func `a request changed in one byte is refused or is another, never the same`() throws {
        let request = try read(Self.example)
        let bytes = request.bytes
        for index in bytes.indices {
            for bit in [0, 5, 7] as [UInt8] {
                var changed = bytes
                changed[index] ^= 1 << bit
                guard let other = try? AddCheckpointRequest(bytes: changed) else { continue }
                #expect(other != request)
                #expect(other.bytes == changed)
            }
        }
    }

    @Test(
        arguments: [
            .tooLong(limit: 9), .malformedOldSize, .malformedHash(line: 2),
            .proofTooLong(limit: 63), .noCheckpoint, .checkpoint(.malformedSize),
        ] as [AddCheckpointRequestError]
    )
    func `a request is refused in one line`(error: AddCheckpointRequestError) {
        #expect(!error.text.isEmpty && !error.text.contains("\n") && !error.text.hasSuffix("."))
    }
}
