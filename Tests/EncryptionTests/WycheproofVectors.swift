import Encryption
import Testing

/// AES-256-GCM cases with 96-bit nonces from Project Wycheproof.
///
/// Source: C2SP/wycheproof, `testvectors_v1/aes_gcm_test.json` at commit
/// dac1dd4729fd1f8dd9e1e9f3dce51d783da6c166 (Apache-2.0); numbers are its `tcId`.
struct WycheproofVector: CustomTestStringConvertible {
    let name: String
    let isValid: Bool
    private let fields: [String: [UInt8]]

    var key: [UInt8] { fields["key", default: []] }
    var nonce: [UInt8] { fields["iv", default: []] }
    var data: [UInt8] { fields["aad", default: []] }
    var plaintext: [UInt8] { fields["msg", default: []] }
    var sealed: [UInt8] { fields["ct", default: []] + fields["tag", default: []] }
    var testDescription: String { name }

    init?(lines: [Substring]) {
        guard let head = lines.first, lines.count == 7 else { return nil }
        name = String(head)
        isValid = head.split(separator: " ").dropFirst().first == "valid"
        var fields: [String: [UInt8]] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let bytes = Hex.decode(String(parts[1])) else { return nil }
            fields[String(parts[0])] = bytes
        }
        self.fields = fields
    }

    static let all: [WycheproofVector] =
        table.split(separator: "\n\n").compactMap { record in
            WycheproofVector(lines: record.split(separator: "\n"))
        }

    static let table = """
        91 valid
        key=92ace3e348cd821092cd921aa3546374299ab46209691bc28b8752d17f123c20
        iv=00112233445566778899aabb
        aad=00000000ffffffff
        msg=00010203040506070809
        ct=e27abdd2d2a53d2f136b
        tag=9a4a2579529301bcfb71c78d4060f52c

        92 valid
        key=29d3a44f8723dc640239100c365423a312934ac80239212ac3df3421a2098123
        iv=00112233445566778899aabb
        aad=aabbccddeeff
        msg=
        ct=
        tag=2a7d77fa526b8250cb296078926b5020

        93 valid
        key=80ba3192c803ce965ea371d5ff073cf0f43b6a2ab576b208426e11409c09b9b0
        iv=4da5bf8dfd5852c1ea12379d
        aad=
        msg=
        ct=
        tag=4771a7c404a472966cea8f73c8bfe17a

        94 valid
        key=cc56b680552eb75008f5484b4cb803fa5063ebd6eab91f6ab6aef4916a766273
        iv=99e23ec48985bccdeeab60f1
        aad=
        msg=2a
        ct=06
        tag=633c1e9703ef744ffffb40edf9d14355

        95 valid
        key=51e4bf2bad92b7aff1a4bc05550ba81df4b96fabf41c12c7b00e60e48db7e152
        iv=4f07afedfdc3b6c2361823d3
        aad=
        msg=be3308f72a2c6aed
        ct=cf332a12fdee800b
        tag=602e8d7c4799d62c140c9bb834876b09

        96 valid
        key=67119627bd988eda906219e08c0d0d779a07d208ce8a4fe0709af755eeec6dcb
        iv=68ab7fdbf61901dad461d23c
        aad=
        msg=51f8c1f731ea14acdb210a6d973e07
        ct=43fc101bff4b32bfadd3daf57a590e
        tag=ec04aacb7148a8b8be44cb7eaf4efa69

        97 valid
        key=59d4eafb4de0cfc7d3db99a8f54b15d7b39f0acc8da69763b019c1699f87674a
        iv=2fcb1b38a99e71b84740ad9b
        aad=
        msg=549b365af913f3b081131ccb6b825588
        ct=f58c16690122d75356907fd96b570fca
        tag=28752c20153092818faba2a334640d6e

        98 valid
        key=3b2458d8176e1621c0cc24c0c0e24c1e80d72f7ee9149a4b166176629616d011
        iv=45aaa3e5d16d2d42dc03445d
        aad=
        msg=3ff1514b1c503915918f0c0c31094a6e1f
        ct=73a6b6f45f6ccc5131e07f2caa1f2e2f56
        tag=2d7379ec1db5952d4e95d30c340b1b1d

        99 valid
        key=0212a8de5007ed87b33f1a7090b6114f9e08cefd9607f2c276bdcfdbc5ce9cd7
        iv=e6b1adf2fd58a8762c65f31b
        aad=
        msg=10f1ecf9c60584665d9ae5efe279e7f7377eea6916d2b111
        ct=0843fff52d934fc7a071ea62c0bd351ce85678cde3ea2c9e
        tag=7355fde599006715053813ce696237a8

        100 valid
        key=b279f57e19c8f53f2f963f5f2519fdb7c1779be2ca2b3ae8e1128b7d6c627fc4
        iv=98bc2c7438d5cd7665d76f6e
        aad=c0
        msg=fcc515b294408c8645c9183e3f4ecee5127846d1
        ct=eb5500e3825952866d911253f8de860c00831c81
        tag=ecb660e1fb0541ec41e8d68a64141b3a

        101 valid
        key=cdccfe3f46d782ef47df4e72f0c02d9c7f774def970d23486f11a57f54247f17
        iv=376187894605a8d45e30de51
        aad=956846a209e087ed
        msg=e28e0e9f9d22463ac0e42639b530f42102fded75
        ct=feca44952447015b5df1f456df8ca4bb4eee2ce2
        tag=082e91924deeb77880e1b1c84f9b8d30

        102 valid
        key=f32364b1d339d82e4f132d8f4a0ec1ff7e746517fa07ef1a7f422f4e25a48194
        iv=5a86a50a0e8a179c734b996d
        aad=ab2ac7c44c60bdf8228c7884adb20184
        msg=43891bccb522b1e72a6b53cf31c074e9d6c2df8e
        ct=43dda832e942e286da314daa99bef5071d9d2c78
        tag=c3922583476ced575404ddb85dd8cd44

        103 valid
        key=ff0089ee870a4a39f645b0a5da774f7a5911e9696fc9cad646452c2aa8595a12
        iv=bc2a7757d0ce2d8b1f14ccd9
        aad=972ab4e06390caae8f99dd6e2187be6c7ff2c08a24be16ef
        msg=748b28031621d95ee61812b4b4f47d04c6fc2ff3
        ct=a929ee7e67c7a2f91bbcec6389a3caf43ab49305
        tag=ebec6774b955e789591c822dab739e12

        128 valid special case
        key=00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f
        iv=000000000000000000000000
        aad=
        msg=561008fa07a68f5c61285cd013464eaf
        ct=23293e9b07ca7d1b0cae7cc489a973b3
        tag=ffffffffffffffffffffffffffffffff

        129 valid special case
        key=00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f
        iv=ffffffffffffffffffffffff
        aad=
        msg=c6152244cea1978d3e0bc274cf8c0b3b
        ct=7cb6fc7c6abc009efe9551a99f36a421
        tag=00000000000000000000000000000000

        130 invalid flipped bit 0 in tag
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=9de8fef6d8ab1bf1bf887232eab590dd

        137 invalid flipped bit 63 in tag
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=9ce8fef6d8ab1b71bf887232eab590dd

        148 invalid flipped bit 127 in tag
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=9ce8fef6d8ab1bf1bf887232eab5905d

        149 invalid flipped bits 0 and 64 in tag
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=9de8fef6d8ab1bf1be887232eab590dd

        150 invalid flipped bits 31 and 63 in tag
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=9ce8fe76d8ab1b71bf887232eab590dd

        152 invalid all bits of tag flipped
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=631701092754e40e40778dcd154a6f22

        153 invalid tag changed to all zero
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=00000000000000000000000000000000

        154 invalid tag changed to all 1
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=ffffffffffffffffffffffffffffffff

        155 invalid msbs changed in tag
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=1c687e76582b9b713f08f2b26a35105d

        156 invalid lsbs changed in tag
        key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        iv=505152535455565758595a5b
        aad=
        msg=202122232425262728292a2b2c2d2e2f
        ct=b2061457c0759fc1749f174ee1ccadfa
        tag=9de9fff7d9aa1af0be897333ebb491dc
        """
}
